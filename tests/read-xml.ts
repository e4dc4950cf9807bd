export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlNode | string)[];
  /** Its descendants of that name, in order. */
  all(name: string): XmlNode[];
}

const tag = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y;
const pair = /([\w:.-]+)="([^"<]*)"/g;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads XML without a type declaration. @throws where it is not well formed */
export function readXml(text: string): XmlNode {
  const root = node("", {});
  const open = [root];
  let at = /^<\?xml [^>]*\?>\s*/.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const here = open.at(-1) as XmlNode;
    if (text[at] !== "<") {
      const to = text.indexOf("<", at);
      const words = text.slice(at, to < 0 ? undefined : to);
      if (open.length === 1 && words.trim() !== "") throw new Error(`words outside the document at ${at}`);
      here.children.push(unescaped(words));
      at += words.length;
      continue;
    }
    tag.lastIndex = at;
    const [all, closes, name = "", given = "", empty] = tag.exec(text) ?? [];
    if (all === undefined) throw new Error(`no tag at ${at}: ${text.slice(at, at + 60)}`);
    at += all.length;
    if (closes) {
      if (open.pop()?.name !== name || open.length === 0) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const pairs = [...given.matchAll(pair)].map(([, key = "", value = ""]) => [key, unescaped(value)] as const);
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`an attribute of <${name}> twice`);
    const made = node(name, Object.fromEntries(pairs));
    here.children.push(made);
    if (!empty) open.push(made);
  }
  const top = root.children.filter((one) => typeof one !== "string");
  if (open.length !== 1 || top.length !== 1) throw new Error("not one whole document");
  return top[0] as XmlNode;
}

function node(name: string, attributes: Record<string, string>): XmlNode {
  const children: (XmlNode | string)[] = [];
  const all = (wanted: string): XmlNode[] =>
    children.flatMap((child) =>
      typeof child === "string" ? [] : [...(child.name === wanted ? [child] : []), ...child.all(wanted)],
    );
  return { name, attributes, children, all };
}

function unescaped(text: string): string {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text)) throw new Error("a sign that XML does not know");
  return text.replace(/&([^;]*;?)/g, (all, name: string) => {
    const sign = entities[name.slice(0, -1)];
    if (!name.endsWith(";") || sign === undefined) throw new Error(`no sign ${all}`);
    return sign;
  });
}

/** What one reads in it, with the signs of OpenDocument for spaces and lines. */
export const textOf = (of: XmlNode): string =>
  of.children
    .map((child) => {
      if (typeof child === "string") return child;
      if (child.name === "text:line-break") return "\n";
      if (child.name === "text:tab") return "\t";
      if (child.name === "text:s") return " ".repeat(Number(child.attributes["text:c"] ?? 1));
      return textOf(child);
    })
    .join("");

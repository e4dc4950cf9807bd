/** A reader for the HTML that Klankbord itself writes; browsers forgive more than this does. */
export type Token =
  | { readonly kind: "open"; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

const piece =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([a-z][\w-]*)\s*>|<([a-z][\w-]*)((?:\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi;
const attribute = /([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;
/** what stands in these is text, whatever it looks like */
const raw = ["script", "style", "textarea", "title"];

export function readHtml(html: string): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  piece.lastIndex = 0;
  for (let match = piece.exec(html); match; match = piece.exec(html)) {
    if (match.index > at) found.push({ kind: "text", text: unescapeHtml(html.slice(at, match.index)) });
    at = piece.lastIndex;
    const [, closed, opened, rest = ""] = match;
    if (closed) found.push({ kind: "close", name: closed.toLowerCase() });
    if (!opened) continue;
    const name = opened.toLowerCase();
    found.push({ kind: "open", name, attributes: readAttributes(rest) });
    if (!raw.includes(name)) continue;
    const end = html.toLowerCase().indexOf(`</${name}`, at);
    const inside = html.slice(at, end < 0 ? undefined : end);
    const isCode = name === "script" || name === "style";
    if (inside && !isCode) found.push({ kind: "text", text: unescapeHtml(inside) });
    at = end < 0 ? html.length : end;
    piece.lastIndex = at;
  }
  if (at < html.length) found.push({ kind: "text", text: unescapeHtml(html.slice(at)) });
  return found;
}

function readAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single, bare] of text.matchAll(attribute))
    found[name.toLowerCase()] = unescapeHtml(double ?? single ?? bare ?? "");
  return found;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

export function unescapeHtml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return named[name] ?? whole;
  });
}

/** What somebody would read, on one line. */
export function textOf(html: string): string {
  const words = readHtml(html).map((token) => (token.kind === "text" ? token.text : " "));
  return words.join("").replace(/\s+/g, " ").trim();
}

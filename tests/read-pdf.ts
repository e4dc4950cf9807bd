import { inflateSync } from "node:zlib";
import { getDocumentProxy } from "unpdf";

interface Tag {
  readonly role: string;
  readonly children?: readonly (Tag | { readonly type: string; readonly id?: string })[];
  readonly alt?: string;
}
export interface PdfRead {
  readonly pages: number;
  readonly title: string;
  readonly language: string;
  readonly marked: boolean;
  /** What the file says of itself in XMP. */
  readonly part: string;
  /** Its bookmarks in order, with how deep they lie. */
  readonly outline: readonly { readonly title: string; readonly depth: number }[];
  /** Roles of all tags, in the order of reading. */
  readonly roles: readonly string[];
  /** What is read aloud, in order: what is marked as mere make-up is not. */
  readonly text: string;
  readonly links: readonly string[];
  readonly fonts: { readonly named: number; readonly embedded: number };
}

type Item = { readonly str: string; readonly type?: undefined } | { readonly type: string; readonly tag?: string };

/** Reads a PDF with another program than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  const objects = objectsOf(bytes);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info, metadata } = (await pdf.getMetadata()) as unknown as {
    info: Record<string, unknown>;
    metadata: { getRaw(): string } | null;
  };
  const outline: { title: string; depth: number }[] = [];
  const walk = (items: readonly { title: string; items: never[] }[], depth: number) => {
    for (const item of items) {
      outline.push({ title: item.title, depth });
      walk(item.items, depth + 1);
    }
  };
  walk(((await pdf.getOutline()) ?? []) as never, 1);
  const [roles, text, links]: [string[], string[], string[]] = [[], [], []];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const tree = (await page.getStructTree()) as Tag | null;
    if (tree) roles.push(...rolesIn(tree));
    const { items } = (await page.getTextContent({ includeMarkedContent: true })) as unknown as { items: Item[] };
    text.push(spoken(items));
    for (const one of (await page.getAnnotations()) as { subtype: string; url?: string }[])
      if (one.subtype === "Link" && one.url) links.push(one.url);
  }
  return {
    pages: pdf.numPages,
    title: String(info.Title ?? ""),
    language: String(info.Language ?? ""),
    marked: ((await pdf.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
    part: /pdfuaid:part[^\d]{1,3}(\d)/.exec(metadata?.getRaw() ?? "")?.[1] ?? "",
    ...{ outline, roles, text: text.join(" "), links },
    fonts: {
      named: (objects.match(/\/Type\s*\/FontDescriptor/g) ?? []).length,
      embedded: (objects.match(/\/FontFile[23]?\s+\d+\s+\d+\s+R/g) ?? []).length,
    },
  };
}

const rolesIn = ({ role, children = [] }: Tag): string[] => [
  role,
  ...children.flatMap((child) => ("role" in child ? rolesIn(child) : [])),
];

function spoken(items: readonly Item[]): string {
  const open: boolean[] = [];
  const words: string[] = [];
  for (const item of items) {
    if (item.type === "endMarkedContent") open.pop();
    else if (item.type !== undefined) open.push(item.tag === "Artifact");
    else if (!open.includes(true)) words.push(item.str);
  }
  return words.join(" ");
}

/** All of the file as text, its packed parts unpacked. */
function objectsOf(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes).toString("latin1");
  const unpacked = [...whole.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(bytes.subarray(index + length), { finishFlush: 2 }).toString("latin1");
    } catch {
      return "";
    }
  });
  return [whole, ...unpacked].join("\n");
}

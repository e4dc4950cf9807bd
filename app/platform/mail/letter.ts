/** What a mail says, before it is dressed as text and HTML. */
export interface Letter {
  readonly subject: string;
  /** Stands on top: what is written above it in an answer is the answer. */
  readonly above?: string;
  readonly replyTo?: string;
  readonly greeting: string;
  readonly parts: readonly LetterPart[];
  readonly closing: string;
  /** Where who gets it stops it, in one tap of their mail program. */
  readonly unsubscribe?: string;
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly text: string };
}
export type LetterPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "button"; readonly label: string; readonly url: string }
  /** What somebody else wrote: not to be taken for ours. */
  | { readonly kind: "quote"; readonly text: string }
  /** A sentence that ends in an address. */
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  /** A line of an item that is an address is a link. */
  | { readonly kind: "list"; readonly items: readonly string[] };

const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A header holds one line. */
export const subjectLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, 200);

export function letterText(letter: Letter): string {
  const parts = letter.parts.map((part) => {
    if (part.kind === "text") return part.text;
    if (part.kind === "quote") return part.text.replaceAll(/^/gm, "> ");
    if (part.kind === "link") return `${part.text}\n${part.url}`;
    if (part.kind === "button") return `${part.label}:\n${part.url}`;
    return part.items.map((item) => `- ${item}`).join("\n");
  });
  return `${[letter.above, letter.greeting, ...parts, letter.closing].filter((one) => one !== undefined).join("\n\n")}\n`;
}

/** A long address breaks, so that it is no wider than a phone. */
const wraps = "overflow-wrap:anywhere;word-break:break-word";

/** A line of a narrow screen does not end in "e-". */
const unbroken = (text: string) => escapeHtml(text).replaceAll(/\b(e)-(?=mail)/gi, "$1\u2011");
const isAddress = (line: string) => /^https?:\/\/\S+$/.test(line);
const lineOrLink = (line: string) =>
  isAddress(line) ? `<a href="${escapeHtml(line)}" style="${wraps};color:#0b5d66">${escapeHtml(line)}</a>` : unbroken(line);

/** No picture, no tracking, no style that a mail program needs to fetch. */
export function letterHtml(letter: Letter, locale: string): string {
  const lines = (text: string) => text.split("\n").map(unbroken).join("<br>");
  const itemOf = (item: string) => `<li style="margin-bottom:8px">${item.split("\n").map(lineOrLink).join("<br>")}</li>`;
  const first = letter.parts.find(({ kind }) => kind === "button");
  const parts = letter.parts.map((part) => {
    if (part.kind === "text") return `<p>${lines(part.text)}</p>`;
    if (part.kind === "quote")
      return `<blockquote style="margin:16px 0;padding:4px 0 4px 16px;border-left:4px solid #0b5d66">${lines(part.text)}</blockquote>`;
    if (part.kind === "list") return `<ul style="padding-left:24px">${part.items.map(itemOf).join("")}</ul>`;
    // one thing is asked first; what can be done besides is drawn with less weight
    const weight = part === first ? "background:#0b5d66;color:#ffffff" : "background:#ffffff;color:#0b5d66";
    const look = `display:inline-block;padding:10px 22px;border:2px solid #0b5d66;${weight};border-radius:6px;font-weight:bold;text-decoration:none`;
    const url = escapeHtml(part.url);
    if (part.kind === "link") return `<p>${lines(part.text)}<br>${lineOrLink(part.url)}</p>`;
    return `<p><a href="${url}" style="${look}">${escapeHtml(part.label)}</a></p><p style="font-size:14px;color:#5b6b73;${wraps}">${url}</p>`;
  });
  const above = letter.above === undefined ? [] : [`<p style="font-size:14px;color:#5b6b73">${lines(letter.above)}</p>`];
  const body = [...above, `<p>${lines(letter.greeting)}</p>`, ...parts, `<p>${lines(letter.closing)}</p>`].join("\n");
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(letter.subject)}</title></head>
<body style="margin:0;background:#fbfaf6;color:#1b2a34;font:18px/1.55 Verdana,sans-serif"><div style="max-width:36em;margin:0 auto;padding:24px;overflow-wrap:break-word">
${body}
</div></body></html>
`;
}

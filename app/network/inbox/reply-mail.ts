/** Above this line of a letter an answer by mail is written; both languages, since a mail program quotes what it got. */
export const answerLine = { nl: "Schrijf uw antwoord boven deze regel", en: "Write your answer above this line" } as const;

/** The address to which an answer to one message goes: `antwoord+SECRET@dialoog.example`. */
export function replyAddress(address: string, secret: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}+${secret}${address.slice(at)}`;
}

/** The secrets in addresses that are ours, in order; mail servers may have changed capitals. */
export function secretsIn(addresses: readonly string[], address: string): string[] {
  const at = address.lastIndexOf("@");
  const [before, after] = [`${address.slice(0, at)}+`.toLowerCase(), address.slice(at).toLowerCase()];
  return addresses
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one.startsWith(before) && one.endsWith(after))
    .map((one) => one.slice(before.length, one.length - after.length))
    .filter((secret) => /^[a-z2-7]{32}$/.test(secret));
}

/** Written by a machine: an absence, a receipt, a list, a mail that came back. None of them is an answer. */
export function isAutomatic(headers: ReadonlyMap<string, string>): boolean {
  const submitted = (headers.get("auto-submitted") ?? "no").toLowerCase();
  return (
    !submitted.startsWith("no") ||
    /bulk|list|junk|auto/i.test(headers.get("precedence") ?? "") ||
    headers.get("return-path") === "<>" ||
    ["x-autoreply", "x-autorespond", "list-id"].some((name) => headers.has(name)) ||
    /multipart\/report/i.test(headers.get("content-type") ?? "")
  );
}

const wrote = /^\s*(?:Op|On)\s.{4,300}\s(?:schreef|wrote|geschreven)(?:\s.{0,200})?:\s*$/s;
const original = /^\s*-{3,}\s*(?:Oorspronkelijk|Origineel|Original|Doorgestuurd|Forwarded)/i;
const headerLine = /^\s*\*?(?:Van|From|Verzonden|Sent|Datum|Date|Aan|To|Onderwerp|Subject)\s?:/i;
const sender = /^\s*\*?(?:Van|From)\s?:/i;

/** Where what was quoted begins: a line that introduces it, the letter itself, or quotes until the end. */
function quoteStart(lines: readonly string[]): number {
  const lineAbove = Object.values(answerLine).map((text) => text.toLowerCase());
  const at = lines.findIndex((line, n) => {
    const next = lines.slice(n, n + 3);
    return (
      lineAbove.some((text) => line.toLowerCase().includes(text)) ||
      [1, 2, 3].some((many) => wrote.test(next.slice(0, many).join("\n"))) ||
      original.test(line) ||
      /^\s*_{10,}\s*$/.test(line) ||
      (sender.test(line) && next.slice(1).some((one) => headerLine.test(one))) ||
      (line.startsWith(">") && lines.slice(n).every((one) => one.startsWith(">") || one.trim() === ""))
    );
  });
  return at === -1 ? lines.length : at;
}

/**
 * What somebody wrote in answer, without what their mail program put under it, and without a signature.
 * @param origin addresses of ours are left out: one of them may be a link that is only theirs
 */
export function answerIn(text: string, origin: string): string {
  const lines = text.replace(/\r\n?/g, "\n").slice(0, 100_000).split("\n");
  const own = lines.slice(0, quoteStart(lines));
  const signature = own.findIndex((line) => /^-- ?$/.test(line));
  return own
    .slice(0, signature === -1 ? own.length : signature)
    .filter((line) => !line.includes(`${origin}/`))
    .join("\n")
    .trim();
}

const entities: Readonly<Record<string, string>> = { nbsp: " ", lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** The text of an answer that has no other than HTML: lines as they were drawn, quotes marked as in text. In time linear in its length. */
export function plainFrom(html: string): string {
  return withoutUnseen(html.slice(0, 200_000))
    .replace(/\s+/g, " ")
    .replace(/<blockquote\b[^<>]*>/gi, "\n> ")
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|hr)\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(?:#(\d{1,7})|(nbsp|lt|gt|quot|apos|amp));/g, (whole, code: string | undefined, name: string | undefined) =>
      name ? (entities[name] ?? whole) : Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole,
    )
    .split("\n")
    .map((line) => line.trim())
    .join("\n");
}

/** Without what is not drawn; of what does not end the rest. */
function withoutUnseen(html: string): string {
  const low = html.toLowerCase();
  let seen = "";
  let at = 0;
  for (const { 0: open, 1: name, index } of low.matchAll(/<(style|script|head|title)\b/g)) {
    if (index < at) continue;
    seen += html.slice(at, index);
    const close = low.indexOf(`</${name}`, index + open.length);
    if (close === -1) return seen;
    at = close;
  }
  return seen + html.slice(at);
}

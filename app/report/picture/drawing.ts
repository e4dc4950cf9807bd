/** Parts of drawings that leave the page: as SVG, and drawn as PNG by the server. */
export const ink = { text: "#1b2a34", quiet: "#5b6b73", paper: "#ffffff", petrol: "#0b5d66", soft: "#d5e3e4", line: "#c9d2d4" };
const face = "Atkinson Hyperlegible Next, Verdana, Arial, sans-serif";

/** XML knows no control characters, halves of pairs, or U+FFFE: with one of them there is no picture at all. */
const escapeXml = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** How wide a character is for its size, at most, on the average of Dutch text in this face. */
const characterWidth = 0.53;

/** Words on lines of a width; words that are wider than a line are cut. Ends in an ellipsis where lines run out. */
export function wrap(text: string, size: number, width: number, most = Number.POSITIVE_INFINITY): string[] {
  const fits = Math.max(4, Math.floor(width / (size * characterWidth)));
  const words = text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => (word.length > fits ? (word.match(new RegExp(`.{1,${fits}}`, "gu")) ?? []) : [word]));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), `${(kept.at(-1) ?? "").slice(0, fits - 1)}…`];
}

export interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly end?: boolean;
}

/** One line of text; `y` is its base line. */
export const textAt = (text: string, { x, y, size, bold = false, fill = ink.text, end = false }: TextLook): string =>
  `<text x="${x}" y="${y}" font-size="${size}"${bold ? ' font-weight="700"' : ""} fill="${fill}"${end ? ' text-anchor="end"' : ""}>${escapeXml(text)}</text>`;

/** A drawing with its title and description for who does not see it. */
export const drawing = (of: {
  width: number;
  height: number;
  title: string;
  description: string;
  parts: readonly string[];
}): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${of.width}" height="${of.height}" viewBox="0 0 ${of.width} ${of.height}" font-family="${face}" role="img" aria-labelledby="t d">
<title id="t">${escapeXml(of.title)}</title>
<desc id="d">${escapeXml(of.description)}</desc>
<rect width="${of.width}" height="${of.height}" fill="${ink.paper}"/>
${of.parts.join("\n")}
</svg>
`;

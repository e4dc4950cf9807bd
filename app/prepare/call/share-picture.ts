/** The picture that a link to a call or a report shows elsewhere: 1200 x 630. */
export interface ShareFacts {
  readonly title: string;
  readonly when: string;
  readonly site: string;
  readonly eyebrow: string;
  /** Shapes of the fields, 1 to 7. */
  readonly shapes: readonly number[];
  /** What is told in the middle of the table. With it all places are taken; without it one is kept for the reader. */
  readonly figure?: { readonly n: string; readonly word: string } | null;
}

const colours = ["#0072b2", "#e69f00", "#56b4e9", "#d55e00", "#009e73", "#cc79a7", "#f0e442"];
const outlines = [
  "M10 1.8 18 9v9H2V9z",
  "M3 3h14v14H3z",
  "m10 2 9 15.5H1z",
  "M2.5 2.5h15V10c0 4.2-3 7-7.5 8.7C5.5 17 2.5 14.2 2.5 10z",
  "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16z",
  "M7 2h6v5h5v6h-5v5H7v-5H2V7h5z",
  "m10 1 9 9-9 9-9-9z",
];

/** XML knows no control characters, halves of pairs, or U+FFFE: with one of them there is no picture at all. */
const escapeXml = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** Breaks a title into at most `most` lines of about `width` characters; what does not fit ends in an ellipsis. */
export function breakLines(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (longer.length <= width || !line) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines.map((one) => (one.length > width + 4 ? `${one.slice(0, width + 2)}…` : one));
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), `${kept.at(-1)}…`];
}

export function shareSvg(facts: ShareFacts): string {
  const size = facts.title.length > 60 ? 56 : 68;
  const lines = breakLines(facts.title, size === 56 ? 24 : 20, 5);
  const top = 210;
  const title = lines.map(
    (line, at) => `<text x="72" y="${top + at * size * 1.1}" font-size="${size}" font-weight="700">${escapeXml(line)}</text>`,
  );
  const { figure } = facts;
  const seats = Array.from({ length: figure ? 14 : 13 }, (_, at) => {
    const shape = facts.shapes.length === 0 ? 5 : (facts.shapes[(at * 3) % facts.shapes.length] ?? 5);
    const angle = Math.PI + (2 * Math.PI * (at + 1)) / 14;
    const x = 950 + 190 * Math.sin(angle) - 22;
    const y = 290 - 190 * Math.cos(angle) - 22;
    const colour = colours[(shape - 1) % 7];
    const d = outlines[(shape - 1) % 7];
    return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(2.2)"><path d="${d}" fill="${colour}" stroke="#1b2a34" stroke-width="1.5" stroke-linejoin="round"/></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" font-family="Atkinson Hyperlegible Next" fill="#1b2a34">
<rect width="1200" height="630" fill="#fbfaf6"/>
<path d="M950 506C950 600 700 560 640 640" fill="none" stroke="#0b5d66" stroke-width="6"/>
<circle cx="950" cy="290" r="116" fill="#e8f1f1" stroke="#0b5d66" stroke-width="4"/>
${figure ? inTheMiddle(figure) : '<circle cx="950" cy="480" r="26" fill="#fbfaf6" stroke="#6b7a80" stroke-width="3" stroke-dasharray="6 6"/>'}
${seats.join("\n")}
<text x="72" y="112" font-size="28" fill="#5b6b73">${escapeXml(facts.eyebrow)}</text>
${title.join("\n")}
<text x="72" y="556" font-size="32" font-weight="700">${escapeXml(facts.when)}</text>
<text x="72" y="596" font-size="26" fill="#5b6b73">${escapeXml(facts.site)}</text>
</svg>`;
}

const inTheMiddle = ({ n, word }: { readonly n: string; readonly word: string }) =>
  `<text x="950" y="308" font-size="${n.length > 4 ? 60 : 84}" font-weight="700" text-anchor="middle">${escapeXml(n)}</text>
<text x="950" y="348" font-size="28" fill="#5b6b73" text-anchor="middle">${escapeXml(word)}</text>`;

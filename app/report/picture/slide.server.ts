import type { Locale } from "../../language/locale.ts";
import { edition } from "../publish/edition.ts";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import { reportWords } from "../read/messages/report.ts";
import { drawing, ink, textAt, wrap } from "./drawing.ts";
import { slidesWords } from "./messages/slides.ts";

export interface Slide {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly fields: number;
  readonly needs: number;
  readonly voices: readonly {
    readonly number: number;
    readonly text: string;
    readonly field: { readonly name: string; readonly shape: number } | null;
  }[];
  readonly items: readonly string[];
}

const voices = 3;
/** What still reads on a slide. */
const longest = 220;

/** One theme a slide, with a few voices that still read on it and what is done with it. */
export function slidesOf(page: ReportPage): Slide[] {
  const { themes, programme } = page.content;
  return themes.map(({ id, name, people, fields, needs }) => ({
    ...{ id, name, people, fields, needs: needs.length },
    voices: needs
      .flatMap((need) => {
        const quote = quoteOf(page, need.id);
        return quote.status === "there" && quote.text.length <= longest
          ? [{ number: need.number, text: quote.text, field: quote.field }]
          : [];
      })
      .slice(0, voices),
    items: (programme?.items ?? []).filter((item) => item.themes.includes(id)).map((item) => item.title),
  }));
}

const [width, height, margin] = [1280, 720, 72];

/** A slide as a drawing of 1280 by 720; what does not fit ends in an ellipsis. */
export function slideSvg(page: ReportPage, at: number, address: string, locale: Locale): string | null {
  const slides = slidesOf(page);
  const slide = slides[at];
  if (!slide) return null;
  const [m, r] = [slidesWords[locale], reportWords[locale]];
  const line = r.needs.line(slide);
  const source = m.source({ address, version: page.number === null ? "" : edition(page.number), n: at + 1, of: slides.length });
  const items = slide.items.slice(0, 4);
  const wide = items.length > 0 ? 740 : width - 2 * margin;
  const parts = [`<rect width="${width}" height="10" fill="${ink.petrol}"/>`];
  let y = 76;
  parts.push(textAt(wrap(page.content.title, 20, width - 2 * margin, 1)[0] ?? "", { x: margin, y, size: 20, fill: ink.quiet }));
  for (const words of wrap(slide.name, 46, width - 2 * margin, 2)) {
    y += 56;
    parts.push(textAt(words, { x: margin, y, size: 46, bold: true }));
  }
  y += 46;
  parts.push(textAt(line, { x: margin, y, size: 24 }));
  const top = y + 30;
  for (const voice of slide.voices) {
    const lines = wrap(voice.text, 25, wide - 24, 4);
    if (y + 62 + lines.length * 34 > height - 90) break;
    const begin = y + 34;
    y = begin + 6;
    for (const words of lines) {
      y += 32;
      parts.push(textAt(words, { x: margin + 24, y, size: 25 }));
    }
    y += 28;
    const from = [voice.field?.name, r.quotes.number({ n: voice.number })].filter(Boolean).join(". ");
    parts.push(textAt(from, { x: margin + 24, y, size: 18, fill: ink.quiet }));
    parts.push(`<rect x="${margin}" y="${begin + 12}" width="4" height="${y - begin - 8}" fill="${ink.soft}"/>`);
  }
  if (items.length > 0) {
    const x = margin + wide + 40;
    let down = top + 34;
    parts.push(textAt(r.sections.programma, { x, y: down, size: 22, bold: true }));
    for (const item of items)
      for (const [n, words] of wrap(item, 21, width - margin - x, 4).entries()) {
        down += n === 0 ? 40 : 28;
        if (down < height - 80) parts.push(textAt(words, { x, y: down, size: 21 }));
      }
    parts.push(
      `<rect x="${x - 22}" y="${top + 10}" width="3" height="${Math.min(down, height - 80) - top}" fill="${ink.petrol}"/>`,
    );
  }
  parts.push(textAt(wrap(source, 18, width - 2 * margin, 1)[0] ?? "", { x: margin, y: height - 36, size: 18, fill: ink.quiet }));
  const said = [line, ...slide.voices.map(({ text }) => text), ...items, source].join(" ");
  return drawing({ width, height, title: slide.name, description: said, parts });
}

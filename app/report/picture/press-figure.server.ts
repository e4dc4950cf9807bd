import type { Locale } from "../../language/locale.ts";
import { edition } from "../publish/edition.ts";
import type { ReportPage } from "../publish/page.ts";
import { drawing, ink, textAt, wrap } from "./drawing.ts";
import { slidesWords } from "./messages/slides.ts";
import type { PressFigure } from "./press-figure.ts";

/** Where the numbers come from: the title and version of the report, its address and licence. */
export function sourceLine(page: ReportPage, address: string, locale: Locale): string {
  const version = page.number === null ? "" : edition(page.number);
  const licence = page.content.licence ?? "CC BY 4.0";
  return slidesWords[locale].pressSource({ title: page.content.title, version, address, licence });
}

const [width, margin, names, barHeight, size] = [1200, 48, 360, 34, 24];
const barStart = margin + names + 20;
const barWidth = width - barStart - margin - 190;

/** Bars, one a row, on a sheet of 1200 wide. */
export function pressSvg({ title, rows, note }: PressFigure, source: string): string {
  const parts: string[] = [];
  let y = margin + 20;
  for (const line of wrap(title, 34, width - 2 * margin)) {
    y += 20;
    parts.push(textAt(line, { x: margin, y, size: 34, bold: true }));
    y += 24;
  }
  y += 12;
  for (const { name, said, part } of rows) {
    const lines = wrap(name, size, names, 3);
    const height = Math.max(barHeight, lines.length * (size + 6)) + 18;
    const middle = y + height / 2;
    for (const [at, line] of lines.entries())
      parts.push(textAt(line, { x: margin, y: middle + (at - (lines.length - 1) / 2) * (size + 6) + size * 0.35, size }));
    const long = part === null ? 0 : Math.max(part > 0 ? 2 : 0, Math.round(part * barWidth));
    if (long > 0)
      parts.push(
        `<rect x="${barStart}" y="${middle - barHeight / 2}" width="${long}" height="${barHeight}" fill="${ink.petrol}"/>`,
      );
    const quiet = part === null ? { fill: ink.quiet } : { bold: true };
    parts.push(textAt(said, { x: barStart + long + (long > 0 ? 12 : 0), y: middle + size * 0.35, size, ...quiet }));
    y += height;
  }
  y += 16;
  for (const line of [...(note ? wrap(note, 20, width - 2 * margin) : []), ...wrap(source, 20, width - 2 * margin)]) {
    y += 26;
    parts.push(textAt(line, { x: margin, y, size: 20, fill: ink.quiet }));
  }
  const description = rows.map(({ name, said }) => `${name}: ${said}`).join("; ");
  return drawing({ width, height: Math.ceil(y + margin), title, description: `${description}. ${source}`, parts });
}

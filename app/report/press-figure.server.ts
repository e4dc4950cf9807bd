import { choices } from "../insights/verdict-counts.ts";
import { heardWords } from "../messages/heard.ts";
import type { Locale } from "../messages/locale.ts";
import { reportWords } from "../messages/report.ts";
import { slidesWords } from "../messages/slides.ts";
import { drawing, ink, textAt, wrap } from "./drawing.ts";
import { edition } from "./edition.ts";
import { saidOf, stagesTold, toldOf } from "./heard-said.ts";
import type { ReportPage } from "./page.ts";

export interface PressRow {
  readonly name: string;
  /** What stands at the end of the bar. */
  readonly said: string;
  /** Length of the bar, 0 to 1; null: nothing is drawn. */
  readonly part: number | null;
}
/** A picture to print elsewhere, that says where its numbers come from. */
export interface PressFigure {
  /** Its name in the address. */
  readonly name: string;
  readonly title: string;
  readonly rows: readonly PressRow[];
  readonly note: string;
}

/** The pictures of a report. They tell what its tables tell, and nothing else. */
export function pressFigures(page: ReportPage, locale: Locale): PressFigure[] {
  const [m, h, s] = [reportWords[locale], heardWords[locale].report, slidesWords[locale]];
  const { fields, themes, insights, taken } = page.content;
  const figures: PressFigure[] = [];
  const add = (name: string, title: string, rows: readonly PressRow[], note = "") => {
    if (rows.some(({ part }) => part !== null)) figures.push({ name, title, rows, note });
  };
  const sizes = taken.table.fields.map(({ id, size }) => ({
    name: fields.find((one) => one.id === id)?.name ?? "",
    people: size.status === "people" ? size.people : null,
  }));
  const most = Math.max(1, ...sizes.map(({ people }) => people ?? 0), ...themes.map(({ people }) => people));
  add(
    "vakgebieden",
    m.who.byField,
    sizes.map(({ name, people }) => ({
      name,
      said: String(people ?? m.withheldShort),
      part: people === null ? null : people / most,
    })),
    sizes.some(({ people }) => people === null) ? s.withheld : "",
  );
  if (taken.heard) {
    const { all } = taken.heard;
    const told = stagesTold(all).map((stage) => ({ stage, told: toldOf(all, stage) }));
    const widest = Math.max(1, ...told.map(({ told: one }) => (one.status === "people" ? one.people : 0)));
    const rows = told.map(({ stage, told: one }) => ({
      ...{ name: h.stages[stage], said: String(saidOf(one, h)) },
      part: one.status === "people" ? one.people / widest : null,
    }));
    if (rows.length > 1) add("hoe-ver", h.caption, rows);
  }
  const widest = Math.max(1, ...themes.map(({ people }) => people));
  add(
    "themas",
    s.themes,
    themes.map(({ name, people }) => ({ name, said: String(people), part: people / widest })),
  );
  for (const insight of insights) {
    const { total } = insight.ballots;
    if (total.status !== "counts") continue;
    add(
      `inzicht-${insight.number}`,
      page.insights[insight.id]?.text ?? m.practice.number({ n: insight.number }),
      choices.map((choice, at) => {
        const part = (total.counts[at] ?? 0) / total.people;
        return { name: m.answers[choice], said: `${Math.round(part * 100)}%`, part };
      }),
      s.judged({ n: total.people }),
    );
  }
  return figures;
}

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

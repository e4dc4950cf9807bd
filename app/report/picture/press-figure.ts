import type { Stage } from "../../disclosure/heard.ts";
import { choices } from "../../session/outcomes/verdict-counts.ts";
import { saidOf, stagesTold, toldOf } from "../gather/heard-said.ts";
import type { ReportPage } from "../publish/page.ts";

interface PressRow {
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

/** What stands at the figures, in one language. */
export interface PressWords {
  readonly byField: string;
  readonly withheldShort: string;
  readonly withheldNote: string;
  readonly heard: {
    readonly caption: string;
    readonly stages: Readonly<Record<Stage, string>>;
    readonly nearly: string;
    readonly withheld: string;
  };
  readonly themes: string;
  readonly answers: Readonly<Record<(typeof choices)[number], string>>;
  readonly insight: (p: { n: number }) => string;
  readonly judged: (p: { n: number }) => string;
}

/** The pictures of a report. They tell what its tables tell, and nothing else. */
export function pressFigures(page: Pick<ReportPage, "content" | "insights">, words: PressWords): PressFigure[] {
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
    words.byField,
    sizes.map(({ name, people }) => ({
      name,
      said: String(people ?? words.withheldShort),
      part: people === null ? null : people / most,
    })),
    sizes.some(({ people }) => people === null) ? words.withheldNote : "",
  );
  if (taken.heard) {
    const { all } = taken.heard;
    const told = stagesTold(all).map((stage) => ({ stage, told: toldOf(all, stage) }));
    const widest = Math.max(1, ...told.map(({ told: one }) => (one.status === "people" ? one.people : 0)));
    const rows = told.map(({ stage, told: one }) => ({
      ...{ name: words.heard.stages[stage], said: String(saidOf(one, words.heard)) },
      part: one.status === "people" ? one.people / widest : null,
    }));
    if (rows.length > 1) add("hoe-ver", words.heard.caption, rows);
  }
  const widest = Math.max(1, ...themes.map(({ people }) => people));
  add(
    "themas",
    words.themes,
    themes.map(({ name, people }) => ({ name, said: String(people), part: people / widest })),
  );
  for (const insight of insights) {
    const { total } = insight.ballots;
    if (total.status !== "counts") continue;
    add(
      `inzicht-${insight.number}`,
      page.insights[insight.id]?.text ?? words.insight({ n: insight.number }),
      choices.map((choice, at) => {
        const part = (total.counts[at] ?? 0) / total.people;
        return { name: words.answers[choice], said: `${Math.round(part * 100)}%`, part };
      }),
      words.judged({ n: total.people }),
    );
  }
  return figures;
}

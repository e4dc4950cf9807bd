import type { ReportPage } from "../publish/page.ts";
import { placeInWords } from "../read/places.ts";
import type { Named } from "./row-columns.ts";

const states = {
  idea: "idee",
  asked: "gevraagd",
  decided: "besloten",
  running: "loopt",
  done: "klaar",
  stopped: "gestopt",
} as const;
const verdicts = { "taken-up": "opgepakt", later: "later", not: "niet" } as const;

/** What the team wrote and decided, and what others say beside it. */
export function textRows(
  { content, dissents }: ReportPage,
  words: { readonly gone: string; readonly withheld: string },
): Named[] {
  const { blocks = [], review, programme, themes } = content;
  const nameOf = (id: string) => themes.find((theme) => theme.id === id)?.name;
  const place = (part: string) => placeInWords(part, content);
  return [
    ...blocks.map((one, at): Named => ({ onderdeel: "tekst", nummer: at + 1, bij: place(one.place), tekst: one.text })),
    ...(review?.agreed ?? []).map(
      ({ part, people }): Named => ({ onderdeel: "meegelezen", bij: place(part), antwoord: "eens", aantal: people }),
    ),
    ...(programme?.items ?? []).map(
      ({ number, title, text, state, themes: of, insights }): Named => ({
        ...{ onderdeel: "programmapunt", nummer: number, tekst: title, situatie: text, status: states[state] },
        bij: [...of.flatMap((id) => nameOf(id) ?? []), ...insights.map((n) => `inzicht ${n}`)].join("; "),
      }),
    ),
    ...(programme?.answers ?? []).map(
      ({ theme, verdict, reason }): Named => ({
        ...{ onderdeel: "antwoord op thema", bij: nameOf(theme) ?? "", tekst: reason, status: verdicts[verdict] },
      }),
    ),
    ...(review?.dissents ?? []).map(({ id, number, part, under }): Named => {
      const read = dissents.find((one) => one.id === id);
      const at: Named = { onderdeel: "minderheidsstandpunt", nummer: number, bij: place(part) };
      if (read?.status !== "there") return { ...at, status: words.gone };
      return { ...at, tekst: read.text, ...(under.status === "people" ? { aantal: under.people } : { status: words.withheld }) };
    }),
  ];
}

import type { ReportPage } from "./page.ts";
import { placeInWords } from "./places.ts";
import type { Named } from "./rows.ts";

/** What the team wrote, and what others say beside it. */
export function textRows(
  { content, dissents }: ReportPage,
  words: { readonly gone: string; readonly withheld: string },
): Named[] {
  const { blocks = [], review } = content;
  const place = (part: string) => placeInWords(part, content);
  return [
    ...blocks.map((one, at): Named => ({ onderdeel: "tekst", nummer: at + 1, bij: place(one.place), tekst: one.text })),
    ...(review?.agreed ?? []).map(
      ({ part, people }): Named => ({ onderdeel: "meegelezen", bij: place(part), antwoord: "eens", aantal: people }),
    ),
    ...(review?.dissents ?? []).map(({ id, number, part, under }): Named => {
      const read = dissents.find((one) => one.id === id);
      const at: Named = { onderdeel: "minderheidsstandpunt", nummer: number, bij: place(part) };
      if (read?.status !== "there") return { ...at, status: words.gone };
      return { ...at, tekst: read.text, ...(under.status === "people" ? { aantal: under.people } : { status: words.withheld }) };
    }),
  ];
}

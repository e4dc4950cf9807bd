import { useWords } from "../../language/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Tag, type Tone } from "../../ui/tag.tsx";
import type { Decided, Verdict } from "../answers/answer.ts";
import { programmeWords } from "../messages/programme.ts";

export const verdictTones: Readonly<Record<Verdict, Tone>> = { "taken-up": "good", later: "calm", not: "plain" };

interface Line {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly needs: number;
  readonly items: readonly number[];
  readonly answer: Decided | null;
  readonly waits: number;
}

/** Which themes have an item and an answer, and which do not. */
export function ThemeTable({ themes, home, mayWrite }: { themes: readonly Line[]; home: string; mayWrite: boolean }) {
  const m = useWords(programmeWords);
  return (
    <DataTable
      caption={m.themes.caption}
      captionHidden
      rowHeaders
      narrow="stack"
      columns={[
        { key: "theme", head: m.themes.theme },
        { key: "people", head: m.themes.people, numeric: true },
        { key: "needs", head: m.themes.needs, numeric: true },
        { key: "items", head: m.themes.items },
        { key: "answer", head: m.themes.answer },
        ...(mayWrite ? [{ key: "deed", head: m.themes.deed }] : []),
      ]}
      rows={themes.map((one) => ({
        key: one.id,
        cells: {
          theme: (
            <span className="long-name">
              <Written>{one.name}</Written>
            </span>
          ),
          people: one.people,
          needs: one.needs,
          items:
            one.items.length === 0 ? (
              <span className="quiet">{m.themes.noItem}</span>
            ) : (
              <ul className="plain">
                {one.items.map((number) => (
                  <li key={number}>
                    <TextLink to={`${home}/${number}`}>{m.items.number({ n: number })}</TextLink>
                  </li>
                ))}
              </ul>
            ),
          answer: one.answer ? (
            <Tag tone={verdictTones[one.answer.verdict]}>{m.verdictTags[one.answer.verdict]}</Tag>
          ) : (
            <TextLink to={`${home}/antwoorden#thema-${one.id}`}>{m.themes.noAnswer}</TextLink>
          ),
          deed: (
            <TextLink to={`${home}/nieuw?thema=${one.id}`}>
              {m.items.add}
              <span className="visually-hidden">
                {" "}
                (<Written>{one.name}</Written>)
              </span>
            </TextLink>
          ),
        },
      }))}
    />
  );
}

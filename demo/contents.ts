import { type Random, random } from "../app/method/random.ts";
import { choices, fits, type Row, readInvented, weights } from "./invented.ts";
import type { Person } from "./person.ts";
import * as words from "./words.ts";

type Kind = "introduction" | "works" | "chafes" | "suggestion" | "need" | "note";
export interface Saying {
  readonly kind: Kind;
  /** the fields of the form, by name */
  readonly typed: Readonly<Record<string, string>>;
}
export interface Vote {
  /** place of the insight in the list, from 0 */
  readonly insight: number;
  readonly choice: (typeof choices)[keyof typeof choices];
  readonly fit: (typeof fits)[keyof typeof fits] | null;
  /** the condition, or the example against it */
  readonly text: string;
}

/** All that one person brings to the morning. */
export interface Contents {
  readonly introduction: readonly Saying[];
  readonly alone: readonly Saying[];
  readonly group: readonly Saying[];
  readonly votes: readonly Vote[];
  readonly ownInsight: string | null;
  readonly helpWith: string | null;
}

/** Deals what is in the files, and what the demo adds, over those who came. The same people get the same. */
export function contentsOf(people: readonly Person[], insights: readonly string[]): ReadonlyMap<Person, Contents> {
  const needs = Map.groupBy(readInvented("needs"), (row) => row.person_id);
  const notes = Map.groupBy(readInvented("notes"), (row) => row.person_id);
  const practice = Map.groupBy(readInvented("practice"), (row) => row.insight_id);
  return new Map(
    people.map((person, at): [Person, Contents] => {
      const chance = random(`contents ${person.code}`);
      const own = (needs.get(person.code) ?? []).map(asNeed);
      const half = Math.ceil(own.length / 2);
      const noted = (notes.get(person.code) ?? []).filter((row) => row.step !== "praktijktoets");
      const said = <T>(list: readonly T[], every: number): T | undefined => (at % every === 0 ? list[at / every] : undefined);
      const current = [
        saying("works", said(words.works, 4)),
        saying("chafes", said(words.chafes, 3)),
        saying("suggestion", said(words.suggestions, 5)),
      ].flat();
      return [
        person,
        {
          introduction: saying("introduction", person.brings),
          alone: [...current, ...own.slice(0, half)],
          group: chance.shuffle([...own.slice(half), ...noted.flatMap((row) => saying("note", row.text))]),
          votes: insights.map((insight, n) => voteOf(n, practice.get(insight) ?? [], person, chance)),
          ownInsight: at % 9 === 4 ? (words.ownInsights[(at - 4) / 9] ?? null) : null,
          helpWith: at % 10 === 2 ? (words.questionsForHelp[(at - 2) / 10] ?? null) : null,
        },
      ];
    }),
  );
}

const saying = (kind: Kind, text: string | undefined): readonly Saying[] => (text ? [{ kind, typed: { text } }] : []);

function asNeed(row: Row): Saying {
  const { text = "", situation = "", for_whom: forWhom = "", tried = "", would_help: wouldHelp = "", weight = "" } = row;
  const heavy = weights[weight as keyof typeof weights] ?? "";
  return { kind: "need", typed: { text, situation, forWhom, tried, wouldHelp, ...(heavy ? { weight: heavy } : {}) } };
}

/** As in the files; who is not in them about this insight votes as others did, without words. */
function voteOf(insight: number, rows: readonly Row[], person: Person, chance: Random): Vote {
  const own = rows.find((row) => row.person_id === person.code);
  const row = own ?? chance.pick(rows);
  const choice = choices[row?.choice as keyof typeof choices] ?? "skip";
  const fit = fits[row?.fit as keyof typeof fits] ?? null;
  if (own) return { insight, choice, fit, text: own.text ?? "" };
  // Now and then somebody has nothing to say about what lies outside the own field.
  if (chance.next() < 0.12) return { insight, choice: "not-my-field", fit: null, text: "" };
  return { insight, choice, fit, text: "" };
}

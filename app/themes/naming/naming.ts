import { fewest } from "../../disclosure/kept-rows.ts";
import { fewOthers } from "../../disclosure/suppression.ts";
import { transitionsOf } from "../../platform/database/transitions.ts";
import type { ContributionId, NamingId, ThemeId } from "../../platform/ids.ts";
import { nameLimit } from "../theme-deed.ts";

/** The plenary names a theme: people propose, then each chooses one name, and the facilitator adopts one of them. */
const namingStates = ["proposing", "choosing", "closed", "adopted", "stopped"] as const;
export type NamingState = (typeof namingStates)[number];
const namingEvents = ["let-choose", "close", "adopt", "stop"] as const;
export type NamingEvent = (typeof namingEvents)[number];

/** There is no way back to choosing: counts that were shown would tell who chose since. */
export const namingTransitions = transitionsOf<NamingState, NamingEvent>({
  proposing: { "let-choose": "choosing", stop: "stopped" },
  choosing: { close: "closed", stop: "stopped" },
  closed: { adopt: "adopted", stop: "stopped" },
});
export const openStates: readonly NamingState[] = ["proposing", "choosing", "closed"];

/** More of one person, or of a hall, would make the choice long for everybody. */
export const proposalsEach = 2;
export const mostProposals = 40;
export const proposalLimit = nameLimit;
export const centralTexts = 3;

/** `present`: the name as it is; `phrase-0`: the machine's; else the contribution that proposed it. */
type OptionKey = "present" | `phrase-${number}` | ContributionId;

export interface NameOption {
  readonly key: OptionKey;
  readonly name: string;
  readonly origin: "present" | "machine" | "people";
  /** Of the contribution that proposed it. */
  readonly number: number | null;
  /** Proposed by who looks. */
  readonly own: boolean;
}

/** What there is to choose from, each name once: the present one, the machine's, and people's in the order in which they came. */
export function optionsOf(
  present: string,
  phrases: readonly string[],
  proposals: readonly {
    readonly id: ContributionId;
    readonly text: string;
    readonly number: number;
    readonly own: boolean;
  }[],
): NameOption[] {
  const options: NameOption[] = [
    { key: "present", name: present, origin: "present", number: null, own: false },
    ...phrases.map((name, at): NameOption => ({ key: `phrase-${at}`, name, origin: "machine", number: null, own: false })),
    ...proposals.map(({ id, text, number, own }): NameOption => ({ key: id, name: text, origin: "people", number, own })),
  ];
  const seen = new Set<string>();
  return options.filter(({ name }) => {
    const known = seen.has(alike(name));
    seen.add(alike(name));
    return !known;
  });
}

/** Two names that differ in capitals and spaces only are one. */
export const alike = (name: string): string => name.toLocaleLowerCase("nl").replace(/\s+/g, " ").trim();

/**
 * How many chose which, under the rule of five: a count of one to four is not told, nor how many chose in all, so that none follows
 * from the others; and where all but a few chose one name, only that [decision 0014].
 */
export type ToldChoices =
  | { readonly status: "few" }
  | { readonly status: "nearly-all"; readonly key: string }
  | { readonly status: "counts"; readonly counts: Readonly<Record<string, number | null>> };

export function toldChoices(counts: ReadonlyMap<string, number>): ToldChoices {
  const people = [...counts.values()].reduce((all, n) => all + n, 0);
  if (people < fewest) return { status: "few" };
  for (const [key, n] of counts) if (people - n <= fewOthers(people)) return { status: "nearly-all", key };
  return { status: "counts", counts: Object.fromEntries([...counts].map(([key, n]) => [key, n >= fewest ? n : null])) };
}

/** A naming as everybody sees it; `own` and `chosen` are the reader's. */
export interface NamingView {
  readonly id: NamingId;
  readonly state: NamingState;
  readonly theme: { readonly id: ThemeId; readonly name: string; readonly description: string; readonly needs: number };
  /** The name that it had when the naming began. */
  readonly before: string;
  readonly central: readonly { readonly id: ContributionId; readonly text: string }[];
  readonly options: readonly NameOption[];
  readonly chosen: string | null;
  readonly proposals: number;
  /** Only after closing. */
  readonly told: ToldChoices | null;
  /** How many chose so far, when that may be known. */
  readonly people: number | null;
  readonly adopted: string | null;
}

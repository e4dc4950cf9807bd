import type { ContributionId, PersonId, ThemeId } from "../../platform/ids.ts";
import type { ThemeOperation } from "../history/theme-history.ts";
import type { Measured, Price } from "../suggestions/advice.ts";

/** A need as it lies on the desk of the analyst. */
export interface NeedLine {
  readonly id: ContributionId;
  readonly number: number;
  readonly text: string;
  readonly field: string | null;
  readonly shape: number | null;
  readonly party: string | null;
  readonly group: number | null;
  /** Themes that the machine suggests, the best first. */
  readonly best: readonly Suggestion[];
  /** How many other needs that lie here say nearly the same. */
  readonly alike: number;
  /** With how many others its table put it together. */
  readonly lying: number;
  /** In so many of ten such cases the machine was right, when it placed this need itself. */
  readonly sure: number | null;
}

interface Suggestion {
  readonly theme: ThemeId;
  /** How often of ten such a suggestion was right; null while that is not known. */
  readonly times: number | null;
}

export interface NearNeed {
  readonly id: ContributionId;
  readonly text: string;
  readonly theme: string | null;
}

export interface NeedDetail extends NeedLine {
  readonly situation: string;
  readonly forWhom: string;
  readonly tried: string;
  readonly weight: "" | "light" | "heavy" | "very-heavy";
  readonly howOften: "" | "yearly" | "monthly" | "weekly" | "daily";
  readonly wouldHelp: string;
  readonly touches: readonly string[];
  /** The number of the need for which these are other words. */
  readonly sameAs: number | null;
  readonly createdAt: Date;
  /** How many people stand behind it. */
  readonly people: number;
  /** Where somebody placed it, and who; null while it lies here. */
  readonly place: { readonly theme: ThemeId; readonly name: string; readonly by: string | null } | null;
  /** Other words for the same need, by who found it to be the same. */
  readonly wordings: readonly NearNeed[];
  /** Needs that say nearly the same; theme is null for one that lies here as well. */
  readonly near: readonly NearNeed[];
  /** Needs that its table put together with it. */
  readonly together: readonly NearNeed[];
}

export interface ThemeLine {
  readonly id: ThemeId;
  readonly letter: string | null;
  readonly name: string;
  readonly description: string;
  readonly seeds: string;
  readonly needs: number;
  readonly people: number;
  readonly fields: number;
  /** Needs that the machine placed. */
  readonly bySelf: number;
}

/** One press of a button, as the list of last decisions tells it. */
export interface Decision {
  readonly step: number;
  readonly kind: ThemeOperation["kind"] | "begin" | "named";
  /** The need, when it was one; its text may be gone since. */
  readonly text: string | null;
  readonly count: number;
  readonly theme: string | null;
  readonly from: string | null;
  readonly by: string | null;
  readonly mine: boolean;
  readonly undone: boolean;
  readonly putsBack: boolean;
  /** Done by the machine, at the press of a button. */
  readonly bySelf: boolean;
  readonly canUndo: boolean;
}

/** A part of a list that may be very long. */
export interface Listed {
  /** How many there are in all, of those that were searched for. */
  readonly found: number;
  readonly from: number;
  readonly shown: readonly NeedLine[];
}

export interface Desk {
  /** What this is a picture of: another word, another picture. */
  readonly stand: string;
  readonly total: number;
  readonly placed: number;
  readonly people: number;
  readonly themes: readonly ThemeLine[];
  readonly pile: {
    readonly size: number;
    readonly list: Listed;
    readonly current: NeedDetail | null;
    /** Its place in the list; -1 when it does not lie there. */
    readonly at: number;
    /** The need that was asked for is not to be read any more; another lies open. */
    readonly gone: boolean;
    readonly next: ContributionId | null;
    /** The one to read when what goes along with this one is placed too. */
    readonly afterwards: ContributionId | null;
    readonly previous: ContributionId | null;
  };
  readonly open:
    | (ThemeLine & {
        readonly list: Listed;
        readonly phrases: readonly string[];
        /** When the reader last wrote its name or words: then the form begins anew. */
        readonly written: number;
      })
    | null;
  /** What the machine could place, by how sure it is; null while it has no answer. */
  readonly machine: Machine | null;
  readonly decisions: readonly Decision[];
  /** The last decision of the reader that still can be put back: pressed again and again, it goes further back. */
  readonly back: Decision | null;
  /** The last thing done; what is sent says up to where its sender saw. */
  readonly last: number;
}

interface Machine {
  readonly measured: Measured | null;
  readonly prices: readonly Price[];
}

export interface ListQuery {
  /** The needs of this theme; else those without a place. */
  readonly theme: string | null;
  readonly search: string;
  readonly from: number;
  readonly count: number;
}
export interface DeskQuery extends ListQuery {
  readonly need: string | null;
  readonly me: PersonId;
}

/** A part of a list, with the picture that it belongs to. */
export interface ListAnswer extends Listed {
  readonly stand: string;
}

export const mostListed = 500;

/** How words are compared in a search: small letters, without accents. */
export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/**
 * Words that all occur, in whatever order.
 * @param text as `plain` gives it
 */
export const finder = (search: string) => {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return (text: string): boolean => words.every((word) => text.includes(word));
};

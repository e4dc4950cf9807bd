import type { Heard, HeardBasis, ToldTown } from "../../disclosure/heard.ts";
import type { PeopleTable, Size } from "../../disclosure/people-table.ts";
import type { Published } from "../../disclosure/suppression.ts";
import type { AnalysisId, BlockId, ContributionId, FieldId, InsightId, PartyId, ThemeId } from "../../platform/ids.ts";
import type { Verdict } from "../../programme/answers/answer.ts";
import type { ItemKind, ItemState } from "../../programme/items/item.ts";
import type { Choice, Fit } from "../../session/outcomes/verdict-counts.ts";
import type { Results } from "../../session/results/results.ts";
import type { Compared } from "../../session/results/rounds.ts";
import type { ShortLists } from "../../session/weigh/short-lists.ts";
import type { Counted } from "../publish/versions.ts";
import type { ReviewBasis, ReviewFigures } from "../review/review-figures.ts";

/** A contribution as a version points at it: its words are read when the page is made, so that they can still be erased. */
export interface Reference {
  readonly id: ContributionId;
  readonly number: number;
  /** Who wrote it and who recognised it. */
  readonly people: number;
}

interface ReportField {
  readonly id: FieldId;
  readonly name: string;
  readonly shape: number;
  readonly target: number | null;
}
interface ReportParty {
  readonly id: PartyId;
  readonly name: string;
  readonly target: number | null;
}

export interface ReportTheme {
  readonly id: ThemeId;
  readonly name: string;
  readonly description: string;
  readonly people: number;
  readonly fields: number;
  readonly needs: readonly Reference[];
}

/** One set of words of an insight, with what was chosen and said of these words. */
export interface TestedWords {
  readonly id: InsightId;
  readonly ballots: Published<Choice>;
  readonly fits: Published<Fit>;
  /** Fields from which five or more people said whether it fits. */
  readonly heard?: readonly FieldId[];
  readonly conditions: readonly Reference[];
  readonly examples: readonly Reference[];
}
/** Why words came in the place of the former, and the contributions that led to it; of a first version empty. */
export interface Reworded {
  /** From 1. */
  readonly version: number;
  readonly because: string;
  readonly causes: readonly Reference[];
}
export interface ReportInsight extends TestedWords {
  readonly number: number;
  /** Of an insight that was reworded after it was tested. */
  readonly reworded?: Reworded;
  /** The former words, oldest first. */
  readonly earlier?: readonly (TestedWords & Reworded)[];
  /** The same words at meetings before. */
  readonly compared?: Compared;
}

/** All sets of words of the insights, the former ones too. */
export const wordsTested = ({ insights }: Pick<ReportContent, "insights">): TestedWords[] =>
  insights.flatMap((one) => [...(one.earlier ?? []), one]);

/** Who took part, by field, party and area. */
export interface Taken {
  readonly table: PeopleTable;
  /** Provinces, by name; only those of which the number may be shown. */
  readonly areas: readonly { readonly name: string; readonly size: Size }[];
  /** Municipalities, by name; told once, in the first version. */
  readonly towns?: readonly ToldTown[];
  /** When they were counted, where that was for a version before. */
  readonly townsAt?: string;
  /** When the rows were counted, where only the total could be told anew. */
  readonly rowsAt?: string;
  /** From invitation to quote; absent in versions of before. */
  readonly heard?: Heard;
}

/** Marks per theme, counted over the themes of that moment. */
export interface Priorities {
  readonly themes: readonly {
    /** null: needs without a theme together. */
    readonly name: string | null;
    readonly marks: number;
    readonly needs: readonly { readonly id: ContributionId; readonly number: number; readonly marks: number }[];
  }[];
  /** Themes with marks of too few people to be shown. */
  readonly withheld: number;
}

/** A text of the team, with the contributions and themes it names: their words are read when the page is made. */
export interface ReportBlock {
  readonly id: BlockId;
  /** After which part it stands: app/report/read/places.ts. */
  readonly place: string;
  readonly text: string;
  readonly cited: readonly Reference[];
  /** What a key in the text stands for; a theme that went into another one is that other. */
  readonly themes: readonly { readonly key: string; readonly id: ThemeId }[];
}

/** When what stands here was put together from the data. */
interface Moments {
  /** Words, and who stands behind them. */
  readonly words: string;
  /** Who took part. */
  readonly taken: string;
  readonly marks: string | null;
}

/** A point of the programme as it stood, with the way back to what it answers in the same report. */
export interface ReportItem {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly kind: ItemKind;
  readonly state: ItemState;
  /** Which organisation does it. */
  readonly acts: string;
  /** Names; of nobody in particular: for everybody. */
  readonly fields: readonly string[];
  readonly parties: readonly string[];
  readonly themes: readonly ThemeId[];
  /** Numbers. */
  readonly insights: readonly number[];
  /** By the name that a sentence has on the page. */
  readonly sentences: readonly string[];
}
export interface ReportProgramme {
  readonly items: readonly ReportItem[];
  /** What was said to a theme, and the number of the item that takes it up. */
  readonly answers: readonly {
    readonly theme: ThemeId;
    readonly verdict: Verdict;
    readonly reason: string;
    readonly item: number | null;
  }[];
}

/** Everything a version holds: numbers, the words of the team, and references to what participants wrote. */
export interface ReportContent {
  readonly form: 1;
  readonly title: string;
  readonly sessions: readonly { readonly title: string; readonly startsAt: string; readonly endsAt: string }[];
  readonly introduction: string;
  readonly conclusions: string;
  /** Absent in versions of before there were any. */
  readonly blocks?: readonly ReportBlock[];
  readonly moments?: Moments;
  readonly fields: readonly ReportField[];
  readonly parties: readonly ReportParty[];
  readonly taken: Taken;
  readonly works: readonly Reference[];
  readonly chafes: readonly Reference[];
  readonly suggestions: readonly Reference[];
  readonly themes: readonly ReportTheme[];
  readonly unplaced: readonly Reference[];
  readonly insights: readonly ReportInsight[];
  /** The analysis from which groups and common ground come; kept, so that it can be computed again. */
  readonly analysis: AnalysisId | null;
  /** What all together comes to; null without an analysis, absent in older versions. */
  readonly results?: Results | null;
  readonly priorities: Priorities | null;
  /** Three lists of the marks, when they were revealed; versions of before had none. */
  readonly shortLists?: ShortLists | null;
  readonly notes: readonly (Reference & { readonly group: number | null; readonly step: string })[];
  /** What the organiser had opened of it; null before that, absent in versions of before. */
  readonly programme?: ReportProgramme | null;
  /** What reading along came to; null before a version came out after it. */
  readonly review?: ReviewFigures | null;
  /** Where imported input comes from, with its licence. */
  readonly source: string | null;
  readonly licence: string | null;
}

export interface ReportBasis {
  readonly taken: Counted & { readonly heard?: HeardBasis };
  readonly priorities: Counted | null;
  readonly review?: ReviewBasis | null;
}

/** What the texts of the team name, which is mostly found in the data as well. */
export const citedIn = ({ blocks = [] }: Pick<ReportContent, "blocks">): Reference[] => blocks.flatMap(({ cited }) => cited);

/** All references of what the data gave. */
export function referencesOf(content: ReportContent): Reference[] {
  return [
    ...content.works,
    ...content.chafes,
    ...content.suggestions,
    ...content.themes.flatMap(({ needs }) => needs),
    ...content.unplaced,
    ...wordsTested(content).flatMap(({ conditions, examples }) => [...conditions, ...examples]),
    ...content.insights.flatMap(({ reworded, earlier = [] }) => [reworded, ...earlier].flatMap((one) => one?.causes ?? [])),
    ...content.notes,
  ];
}

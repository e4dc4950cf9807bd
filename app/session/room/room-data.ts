import type { ContributionKind, Detail } from "../../contribution/contribution.ts";
import type { OwnFlag } from "../../contribution/flag.ts";
import type { Seen, TouchedField } from "../../contribution/seen.ts";
import type { Outside } from "../../dialogue/outside.ts";
import type { Setting, StepKind } from "../../prepare/run-sheet/step.ts";
import type { NamingView } from "../../themes/naming/naming.ts";
import type { TableDeed } from "../group/gather.ts";
import type { TableLife } from "../group/table-life.ts";
import type { Topic } from "../group/topic.ts";
import type { LiveStart } from "../live/view.ts";
import type { Card } from "../lobby/card.ts";
import type { SharedCondition } from "../outcomes/conditions.ts";
import type { InsightOutcome } from "../outcomes/outcome.ts";
import type { Proposal, Tested } from "../outcomes/tested.ts";
import type { ToldVerdict } from "../outcomes/told-verdict.ts";
import type { Way } from "../plenary/floor.ts";
import type { FindingFacts } from "../results/finding.ts";
import type { TalkList } from "../talk/line.ts";
import type { ToMark } from "../weigh/to-mark.ts";

export interface RoomStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly setting: Setting;
  readonly collects: readonly string[];
  readonly title: string;
  readonly question: string;
  readonly instruction: string;
  readonly at: number;
  readonly of: number;
  /** What may be written in it, the usual first. */
  readonly kinds: readonly ContributionKind[];
}

export interface Member {
  /** For the presence in a view; nothing else is told of a person than this page shows. */
  readonly personId: string;
  /** As they chose to be shown; empty when they chose neither name nor function. */
  readonly name: string;
  readonly field: string;
  readonly shape: number | null;
  readonly you: boolean;
  readonly card: Card;
}

export interface ShownOutcome extends InsightOutcome {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly because: string;
  readonly text: string;
  readonly told: ToldVerdict;
}

export interface CheckData {
  readonly insights: readonly Tested[];
  readonly proposals: readonly Proposal[];
  readonly conditions: Readonly<Record<string, readonly SharedCondition[]>>;
  readonly focus: string | null;
  readonly stepId: string | null;
  /** Until when people may test, where the organiser set it and the session is not going on. */
  readonly until: Date | null;
}

export interface Testing {
  readonly answered: number;
  readonly of: number;
  /** Until when, where the organiser set it. */
  readonly until: Date | null;
}

export interface MarkableTheme {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly needs: number;
}

/** What may be written outside the steps, and until when. */
interface OutsideSteps {
  readonly moment: Outside;
  /** Of what is added afterwards. */
  readonly until: Date | null;
}

export interface RoomData {
  readonly live: LiveStart<"participant">;
  readonly dialogue: {
    readonly slug: string;
    readonly title: string;
    readonly houseRules: string;
    readonly helpContact: string;
    /** It is erased afterwards, and goes into no report. */
    readonly consultation: boolean;
    /** Who takes part can write down here what they will do. */
    readonly promises: boolean;
  };
  readonly session: {
    readonly id: string;
    readonly title: string;
    readonly state: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
  };
  readonly me: {
    readonly personId: string;
    readonly name: string;
    readonly field: string;
    readonly shape: number | null;
    readonly card: Card;
  };
  readonly agenda: readonly { readonly id: string; readonly at: Date; readonly title: string; readonly now: boolean }[];
  readonly step: RoomStep | null;
  readonly group: { readonly id: string; readonly number: number; readonly members: readonly Member[] } | null;
  /** What goes on at this table; null without one. */
  readonly life: TableLife | null;
  /** What was said in text at this table, or in this plenary step; null where nothing is. */
  readonly talk: TalkList | null;
  /** Where people see and hear each other in this step; null on a page without. */
  readonly media: { readonly kind: "group" | "plenary" | null } | null;
  /** In a step of the plenary: whether I asked for the floor, and how I would speak. Null in other steps. */
  readonly floor: { readonly asked: Way | null } | null;
  /** The next step makes groups: people see ten seconds ahead where they go. */
  readonly dealsNext: boolean;
  readonly ahead: { readonly number: number; readonly topic: string; readonly members: readonly Member[] } | null;
  /** What can be chosen, in a step where people choose; empty otherwise. */
  readonly topics: readonly Topic[];
  /** Came when the step was nearly over: no table any more, notes of one's own. */
  readonly listens: boolean;
  readonly mine: readonly Seen[];
  readonly table: readonly Seen[];
  /** People behind what lies together, each once. */
  readonly together: Readonly<Record<string, number>>;
  /** What was put together, taken apart and brought at this table, the newest first. */
  readonly gathered: readonly TableDeed[];
  /** On the wall of the plenary: what the tables bring, or the newest of what was shared with all. */
  readonly all: readonly Seen[];
  /** Older ones, that are not in it. */
  readonly allMore: number;
  /** What can be marked in a step that asks for needs; null in others. */
  readonly toMark: ToMark | null;
  /** The facilitator shows what the tables bring. */
  readonly showsBrought: boolean;
  /** The theme that the plenary names, with an id for the next proposal. */
  readonly naming: (NamingView & { readonly fresh: string }) | null;
  readonly marks: readonly string[];
  /** What can be marked in a step that asks for themes, in an order of one's own. */
  readonly themes: readonly MarkableTheme[];
  /** What came of the marks can be read. */
  readonly prioritiesShown: boolean;
  /** What I reported, the newest first. */
  readonly flags: readonly OwnFlag[];
  /** The practice check, when this step asks for it or its own page was opened. */
  readonly check: CheckData | null;
  /** On other pages: that the check is open as well, and how far the reader is. */
  readonly testing: Testing | null;
  /** Outcomes that the facilitator showed; the one that is on the screen in the hall first. */
  readonly outcomes: readonly ShownOutcome[];
  /** What all outcomes together come to, once all are shown. */
  readonly finding: FindingFacts | null;
  /** `fresh`: answered in the step that is on. */
  readonly help: { readonly open: boolean; readonly claimed: boolean; readonly answer: string | null; readonly fresh: boolean };
  /** Why the facilitator asked me to keep to the rules, or took my right to write. */
  readonly measures: { readonly asked: string | null; readonly muted: string | null };
  readonly agreed: boolean;
  /** Fields of who is here, counted in fives: so that nobody's coming or going tells their field. */
  readonly here: readonly { readonly field: string; readonly shape: number; readonly atLeast: number }[];
  /** Fields that a need can touch. */
  readonly fields: readonly TouchedField[];
  /** What somebody of the reader's own field might write: help beside an empty field. */
  readonly example: Readonly<Record<"text" | Detail, string>>;
  readonly outside: OutsideSteps | null;
  /** Until when things can, or could, be added after the session. */
  readonly addedUntil: Date | null;
  /** The id for what is written next. */
  readonly fresh: string;
}

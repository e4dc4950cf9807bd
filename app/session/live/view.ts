import type { GroupId, InsightId, PersonId, SessionId, StepId } from "../../platform/ids.ts";
import type { SessionState } from "../../prepare/planning/session.ts";
import type { Floor } from "../plenary/floor.ts";

/** For whom a view is: a participant sees plenary and the own group, the team sees who is here, the projector and observers plenary only. */
export const audiences = ["participant", "team", "projector"] as const;
export type Audience = (typeof audiences)[number];

export type Shown = {
  readonly shows: "question" | "wall" | "brought" | "naming" | "results" | "nothing";
  readonly insightId?: InsightId;
};

/**
 * All that a view may be made of. It holds no text of a participant and no choice, and of names only that of who has the floor: all
 * else comes from loaders.
 */
export type Snapshot = {
  readonly epoch: string;
  readonly seq: number;
  readonly now: number;
  readonly session: {
    readonly id: SessionId;
    readonly state: SessionState;
    readonly turn: number;
    readonly stepId: StepId | null;
    readonly stepStartedAt: number | null;
    readonly stepEndsAt: number | null;
    readonly pausedLeftMs: number | null;
    readonly announcement: string;
    readonly projector: Shown;
    readonly floor: Floor | null;
    /** who writes along what is said */
    readonly captionerId: PersonId | null;
  };
  readonly present: ReadonlySet<PersonId>;
  /** how many answers were given to insights in this session: no choice, and nobody's */
  readonly answers: number;
  /** the groups of this step; empty when it is not held in groups */
  readonly groups: readonly SnapshotGroup[];
  readonly asked: ReadonlySet<PersonId>;
  readonly muted: ReadonlySet<PersonId>;
  /** put out of the session: their line ends */
  readonly removed: ReadonlySet<PersonId>;
  readonly openHelp: number;
  readonly changes: Changes;
};
export type SnapshotGroup = {
  readonly id: GroupId;
  readonly number: number;
  readonly noteTakerId: PersonId | null;
  readonly announcement: string;
  readonly members: readonly PersonId[];
};

/** The number of the last change per topic, in the line of the dialogue. `floor` holds for all that was not heard of. */
export type Changes = {
  readonly floor: number;
  readonly step: number;
  readonly all: number;
  readonly team: number;
  readonly check: number;
  readonly groups: number;
  readonly group: ReadonlyMap<GroupId, number>;
  readonly person: ReadonlyMap<PersonId, number>;
};

/**
 * What a screen may show, by topic; a number above that of its loader means: fetch again.
 * step = the step, its groups or the state of the session; mine = about this person; group = the table of this person;
 * all = what everybody sees; check = the insights of the practice check, not what people say of them; team = what only the team sees.
 */
const topics = ["step", "mine", "group", "all", "check", "team"] as const;
export type Topic = (typeof topics)[number];
export type Versions = Readonly<Record<Topic, number>>;

/** The same for everybody. Times are milliseconds of the server's clock. */
export type Plenary = {
  readonly epoch: string;
  readonly seq: number;
  readonly now: number;
  readonly state: SessionState;
  readonly turn: number;
  readonly stepId: StepId | null;
  readonly stepStartedAt: number | null;
  readonly stepEndsAt: number | null;
  readonly pausedLeftMs: number | null;
  readonly present: number;
  readonly answers: number;
  readonly announcement: string;
  readonly floor: Floor | null;
};
/** Who writes along what is said: for who leads, and for that person's own page. */
type Captioned = { readonly captionerId: PersonId | null };
export type GroupView = {
  readonly id: GroupId;
  readonly number: number;
  readonly members: readonly { readonly personId: PersonId; readonly present: boolean }[];
  readonly noteTakerId: PersonId | null;
  /** What the facilitator says to this table alone. */
  readonly announcement: string;
};

export type ParticipantView = Plenary & {
  readonly audience: "participant";
  /** null when the step is not held in groups, or when there is no seat yet */
  readonly group: GroupView | null;
  readonly measure: { readonly asked: boolean; readonly muted: boolean };
  readonly versions: Versions;
};
export type TeamView = Plenary &
  Captioned & {
    readonly audience: "team";
    readonly here: readonly PersonId[];
    readonly openHelp: number;
    readonly projector: Shown;
    readonly versions: Versions;
  };
export type ProjectorView = Plenary &
  Captioned & {
    readonly audience: "projector";
    readonly projector: Shown;
    readonly versions: Versions;
  };
export type Views = { participant: ParticipantView; team: TeamView; projector: ProjectorView };
export type View = Views[Audience];

export type Viewer =
  | { readonly as: "participant"; readonly personId: PersonId }
  | { readonly as: "team" }
  | { readonly as: "projector" };

/** Which topics a screen shows that changed since its loader ran. */
export function changedTopics(shown: readonly Topic[], loaded: Versions, live: Versions): readonly Topic[] {
  return shown.filter((topic) => live[topic] > loaded[topic]);
}

/** What a page begins with, as made by `openingView`: the hook goes on from here. */
export type LiveStart<A extends Audience = Audience> = { readonly session: SessionId; readonly as: A; readonly view: Views[A] };

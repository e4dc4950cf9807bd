import type { PersonId } from "../../platform/ids.ts";
import type { Audience, GroupView, ParticipantView, ProjectorView, TeamView } from "./view.ts";

// A view is told in parts, each the same for all who may have it: so each is made once, however many listen.

export type Moment = "epoch" | "seq" | "now";

/** The same for everybody of an audience. */
export interface HallParts {
  participant: Omit<ParticipantView, Moment | "group" | "measure" | "versions"> & {
    readonly versions: Pick<ParticipantView["versions"], "step" | "all" | "check">;
  };
  team: Omit<TeamView, Moment | "here">;
  projector: Omit<ProjectorView, Moment>;
}

/** The same for everybody at a table, and for all who have none. */
export interface TablePart {
  readonly group: GroupView | null;
  readonly version: number;
}

export interface OwnPart {
  readonly asked: boolean;
  readonly muted: boolean;
  readonly version: number;
}

/** For the team: who is here, in full or as what changed after the list with that number. */
export type RosterPart = { readonly seq: number } & (
  | { readonly here: readonly PersonId[] }
  | { readonly after: number; readonly came: readonly PersonId[]; readonly left: readonly PersonId[] }
);

export interface Parts<A extends Audience = Audience> {
  readonly hall: HallParts[A];
  readonly table: TablePart;
  readonly own: OwnPart;
  readonly roster: RosterPart;
}

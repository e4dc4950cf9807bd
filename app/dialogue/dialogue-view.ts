import type { DialogueId, SessionId } from "../platform/ids.ts";
import type { DialogueState } from "./dialogue.ts";
import type { TeamRole } from "./people/role.ts";
import type { Station, StationState } from "./stations.ts";

export interface SessionView {
  readonly id: SessionId;
  readonly title: string;
  readonly state: "planned" | "registration-open" | "registration-closed" | "lobby" | "live" | "ended" | "cancelled";
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What every page of a dialogue's team knows of it. */
export interface DialogueView {
  readonly id: DialogueId;
  readonly slug: string;
  readonly title: string;
  readonly state: DialogueState;
  readonly sessions: readonly SessionView[];
  readonly me: { readonly name: string; readonly roles: readonly TeamRole[] };
  /** The stations that this member may open, in order. */
  readonly stations: readonly { readonly station: Station; readonly state: StationState }[];
  /** Of the pages beside the thread: which this member may open. */
  readonly may: { readonly team: boolean; readonly settings: boolean; readonly mail: boolean };
}

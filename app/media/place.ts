import type { GroupId, PersonId, SessionId, StepId } from "../ids.ts";
import type { Passes } from "./relay-messages.ts";

/** Where somebody meets others, and what of them passes on there. */
export interface Place {
  /** made of session, step and group: what was said in one is never heard in another */
  readonly room: string;
  readonly kind: "group" | "plenary";
  readonly may: Passes;
}

/** All that decides who meets whom. */
export interface Meeting {
  readonly sessionId: SessionId;
  readonly state: string;
  readonly step: { readonly id: StepId; readonly setting: string; readonly kind: string } | null;
  readonly groups: readonly { readonly id: GroupId; readonly members: readonly PersonId[] }[];
  readonly floor: { readonly personId: PersonId; readonly how: string } | null;
  readonly muted: ReadonlySet<PersonId>;
  readonly removed: ReadonlySet<PersonId>;
}
export type Attendee = { readonly as: "participant" | "team"; readonly personId: PersonId };

/** @returns where somebody meets others now; null where nobody meets */
export function placeIn(meeting: Meeting, who: Attendee): Place | null {
  const { sessionId, state, step } = meeting;
  if (state !== "live" || !step) return null;
  if (who.as === "participant" && meeting.removed.has(who.personId)) return null;
  if (step.setting === "plenary" && step.kind !== "break") {
    const speaks = who.as === "team" || (meeting.floor?.personId === who.personId && meeting.floor.how === "aloud");
    const passes = speaks && !meeting.muted.has(who.personId);
    return { room: `${sessionId} ${step.id}`, kind: "plenary", may: { sound: passes, picture: passes } };
  }
  if (step.setting !== "group" || who.as === "team") return null;
  const table = meeting.groups.find(({ members }) => members.includes(who.personId));
  if (!table) return null;
  const isMuted = meeting.muted.has(who.personId);
  return { room: `${sessionId} ${step.id} ${table.id}`, kind: "group", may: { sound: !isMuted, picture: !isMuted } };
}

/** @returns what the names of the rooms of the step that is on begin with; null while none is on */
export const roomsNow = ({ sessionId, state, step }: Meeting): string | null =>
  state === "live" && step ? `${sessionId} ${step.id}` : null;

export const samePlace = (a: Place | null, b: Place | null): boolean =>
  a?.room === b?.room && a?.may.sound === b?.may.sound && a?.may.picture === b?.may.picture;

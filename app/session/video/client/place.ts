import type { GroupId, PersonId, SessionId, StepId } from "../../../platform/ids.ts";
import type { Passes } from "../relay/relay-messages.ts";

/** Where somebody meets others, and what of them passes on there. */
export interface Place {
  /** made of session, step and group: what was said in one is never heard in another */
  readonly room: string;
  readonly kind: "group" | "plenary";
  readonly may: Passes;
  /** whose picture is always large and never held back, and for whom they interpret */
  readonly interpreters: readonly Interpreter[];
}
export interface Interpreter {
  readonly personId: PersonId;
  readonly works: readonly PersonId[];
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
  readonly interpreters: readonly Interpreter[];
}
export type Attendee = { readonly as: "participant" | "team"; readonly personId: PersonId };

/** @returns where somebody meets others now; null where nobody meets */
export function placeIn(meeting: Meeting, who: Attendee): Place | null {
  const { sessionId, state, step } = meeting;
  if (state !== "live" || !step) return null;
  if (who.as === "participant" && meeting.removed.has(who.personId)) return null;
  if (step.setting === "plenary" && step.kind !== "break") {
    const interpreters = meeting.interpreters.filter(({ personId }) => !meeting.removed.has(personId));
    const own = who.as === "participant" ? interpreters.find(({ personId }) => personId === who.personId) : undefined;
    const has = meeting.floor?.how === "aloud" ? meeting.floor.personId : null;
    // Who interprets is seen by all, and lends a voice to whom they work for.
    const sound = who.as === "team" || has === who.personId || (has !== null && own?.works.includes(has) === true);
    const isMuted = meeting.muted.has(who.personId);
    const may = { sound: sound && !isMuted, picture: (sound || own !== undefined) && !isMuted };
    return { room: `${sessionId} ${step.id}`, kind: "plenary", may, interpreters };
  }
  if (step.setting !== "group" || who.as === "team") return null;
  const table = meeting.groups.find(({ members }) => members.includes(who.personId));
  if (!table) return null;
  const isMuted = meeting.muted.has(who.personId);
  const here = (id: PersonId) => table.members.includes(id) && !meeting.removed.has(id);
  const interpreters = meeting.interpreters.filter(({ personId, works }) => here(personId) && works.some(here));
  const may = { sound: !isMuted, picture: !isMuted };
  return { room: `${sessionId} ${step.id} ${table.id}`, kind: "group", may, interpreters };
}

/** @returns what the names of the rooms of the step that is on begin with; null while none is on */
export const roomsNow = ({ sessionId, state, step }: Meeting): string | null =>
  state === "live" && step ? `${sessionId} ${step.id}` : null;

export const samePlace = (a: Place | null, b: Place | null): boolean =>
  a?.room === b?.room &&
  a?.may.sound === b?.may.sound &&
  a?.may.picture === b?.may.picture &&
  JSON.stringify(a?.interpreters) === JSON.stringify(b?.interpreters);

/** As somebody hears of them: who interprets here, and whether for them. */
export const interpretersFor = (place: Place | null, who: string) =>
  (place?.interpreters ?? []).map(({ personId, works }) => ({ id: personId as string, forYou: works.includes(who as PersonId) }));

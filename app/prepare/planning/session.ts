import { type Followed, follow, transitionsOf, waysOut } from "../../platform/database/transitions.ts";

export const sessionStates = [
  "planned",
  "registration-open",
  "registration-closed",
  "lobby",
  "live",
  "ended",
  "cancelled",
] as const;
export type SessionState = (typeof sessionStates)[number];

export const sessionEvents = [
  "open-registration",
  "close-registration",
  "open-lobby",
  "close-lobby",
  "start",
  "end",
  "resume",
  "cancel",
] as const;
export type SessionEvent = (typeof sessionEvents)[number];

/** A live session is ended, not cancelled: what was said in it stays. */
export const sessionTransitions = transitionsOf<SessionState, SessionEvent>({
  planned: { "open-registration": "registration-open", "open-lobby": "lobby", cancel: "cancelled" },
  "registration-open": { "close-registration": "registration-closed", "open-lobby": "lobby", cancel: "cancelled" },
  "registration-closed": { "open-registration": "registration-open", "open-lobby": "lobby", cancel: "cancelled" },
  lobby: { start: "live", "close-lobby": "registration-closed", cancel: "cancelled" },
  live: { end: "ended" },
  ended: { resume: "live" },
});

export function moveSession(state: SessionState, event: SessionEvent): Followed<SessionState> {
  return follow(sessionTransitions, state, event);
}

export function sessionWaysOut(state: SessionState): readonly SessionEvent[] {
  return waysOut(sessionTransitions, state);
}

export const sessionDeeds = [
  "editRunSheet",
  "changeDate",
  "changeCapacity",
  "register",
  "confirm",
  "invite",
  "admit",
  "signOff",
  "substitute",
  "remind",
  "editCard",
  "enterLobby",
  "enterRoom",
  "prepare",
  "contribute",
  "addAfterwards",
  "vote",
  "mark",
  "steer",
  "deal",
  "moderate",
  "withdrawContribution",
] as const;
export type SessionDeed = (typeof sessionDeeds)[number];

const places: readonly SessionDeed[] = [
  "changeCapacity",
  "confirm",
  "admit",
  "invite",
  "signOff",
  "substitute",
  "editCard",
  "editRunSheet",
];
const ahead: readonly SessionDeed[] = [...places, "changeDate", "remind", "prepare"];

const allowed: Record<SessionState, readonly SessionDeed[]> = {
  planned: ahead,
  "registration-open": [...ahead, "register"],
  "registration-closed": ahead,
  lobby: [...places, "remind", "prepare", "enterLobby", "deal", "moderate"],
  live: [...places, "enterLobby", "enterRoom", "contribute", "vote", "mark", "steer", "deal", "moderate", "withdrawContribution"],
  ended: ["editCard", "addAfterwards", "moderate", "withdrawContribution"],
  cancelled: [],
};

/** The state of the dialogue (`mayDialogue`), the role and the step at hand may each still say no. */
export function maySession(state: SessionState, deed: SessionDeed): boolean {
  return allowed[state].includes(deed);
}

export function allows(state: SessionState): Readonly<Record<SessionDeed, boolean>> {
  return Object.fromEntries(sessionDeeds.map((deed) => [deed, maySession(state, deed)])) as Record<SessionDeed, boolean>;
}

/** Minutes before the start at which the lobby opens by itself. */
export const lobbyOpensMinutes = 30;
export function lobbyOpensAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() - lobbyOpensMinutes * 60_000);
}

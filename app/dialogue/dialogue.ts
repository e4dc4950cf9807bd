import { type Followed, follow, transitionsOf, waysOut } from "../platform/database/transitions.ts";

export const dialogueStates = ["draft", "open", "harvest", "published", "archived"] as const;
export type DialogueState = (typeof dialogueStates)[number];

export const dialogueEvents = ["open", "start-harvest", "reopen", "publish", "archive", "restore"] as const;
export type DialogueEvent = (typeof dialogueEvents)[number];

/** A published report is a version of its own: it stays public while the dialogue goes back to harvest or takes another session. */
export const dialogueTransitions = transitionsOf<DialogueState, DialogueEvent>({
  draft: { open: "open" },
  open: { "start-harvest": "harvest", archive: "archived" },
  harvest: { publish: "published", reopen: "open", archive: "archived" },
  published: { reopen: "open", archive: "archived" },
  archived: { restore: "harvest" },
});

export function moveDialogue(state: DialogueState, event: DialogueEvent): Followed<DialogueState> {
  return follow(dialogueTransitions, state, event);
}

export function dialogueWaysOut(state: DialogueState): readonly DialogueEvent[] {
  return waysOut(dialogueTransitions, state);
}

export const dialogueDeeds = [
  "editCall",
  "editLists",
  "editInsights",
  "inviteTeam",
  "planSession",
  "showCall",
  "register",
  "holdSession",
  "contribute",
  "addAfterwards",
  "groupThemes",
  "draftReport",
  "publishReport",
  "planProgramme",
  "network",
  "mailParticipants",
  "copy",
  "export",
  "eraseMe",
] as const;
export type DialogueDeed = (typeof dialogueDeeds)[number];

const always: readonly DialogueDeed[] = ["copy", "export", "eraseMe"];
const prepare: readonly DialogueDeed[] = ["editCall", "editLists", "editInsights", "inviteTeam", "planSession"];
const harvest: readonly DialogueDeed[] = [
  "editCall",
  "inviteTeam",
  "showCall",
  "groupThemes",
  "draftReport",
  "planProgramme",
  "network",
  "mailParticipants",
];

const allowed: Record<DialogueState, readonly DialogueDeed[]> = {
  draft: [...always, ...prepare],
  open: [...always, ...prepare, ...harvest, "register", "holdSession", "contribute", "addAfterwards"],
  harvest: [...always, ...harvest, "publishReport", "addAfterwards"],
  published: [...always, ...harvest, "publishReport"],
  archived: always,
};

/** What the dialogue's state lets happen at all; roles, and the state of the session, have their own say. */
export function mayDialogue(state: DialogueState, deed: DialogueDeed): boolean {
  return allowed[state].includes(deed);
}

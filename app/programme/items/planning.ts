import { type DialogueState, mayDialogue } from "../../dialogue/dialogue.ts";

/** The number of an item in an address; null when it is none. */
export const numberIn = (text: string): number | null => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null);

/** Who writes the programme, while the dialogue allows it. */
export const mayPlan = (state: DialogueState, roles: ReadonlySet<string>): boolean =>
  mayDialogue(state, "planProgramme") && (roles.has("organiser") || roles.has("analyst"));

import type { DialogueState } from "../../dialogue/dialogue.ts";

export type NextStep =
  | "draft"
  | "open-registration"
  | "registrations"
  | "run-sheet"
  | "session"
  | "plan"
  | "harvest"
  | "themes"
  | "report"
  | "feedback"
  | "closed";

export interface Standing {
  readonly dialogue: DialogueState;
  readonly sessions: readonly { readonly state: string }[];
  /** Needs without a theme. */
  readonly unplaced: number;
  readonly themes: number;
}

/** The one thing that is up next in a dialogue. */
export function nextStep({ dialogue, sessions, unplaced, themes }: Standing): NextStep {
  if (dialogue === "draft") return "draft";
  if (dialogue === "harvest") return themes > 0 && unplaced === 0 ? "report" : "themes";
  if (dialogue === "published") return "feedback";
  if (dialogue === "archived") return "closed";
  const has = (...states: string[]) => sessions.some(({ state }) => states.includes(state));
  if (has("live", "lobby")) return "session";
  if (has("registration-open")) return "registrations";
  if (has("registration-closed")) return "run-sheet";
  if (has("planned")) return "open-registration";
  return has("ended") ? "harvest" : "plan";
}

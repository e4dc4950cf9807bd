import type { DialogueState } from "./dialogue.ts";

/** The thread of a dialogue, in the order in which it is walked; each is a page of the team. */
export const stations = [
  "call",
  "registrations",
  "run-sheet",
  "insights",
  "session",
  "themes",
  "report",
  "feedback",
  "programme",
  "network",
] as const;
export type Station = (typeof stations)[number];

export const stationPaths: Readonly<Record<Station, string>> = {
  call: "oproep",
  registrations: "aanmeldingen",
  "run-sheet": "draaiboek",
  insights: "inzichten",
  session: "bijeenkomst",
  themes: "themas",
  report: "verslag",
  feedback: "terugkoppeling",
  programme: "programma",
  network: "netwerk",
};

export interface ThreadFacts {
  readonly dialogue: DialogueState;
  readonly sessions: readonly { readonly state: string }[];
}

/** Where the dialogue is now; null when all of it lies behind. Of several sessions the one that is furthest counts, unless one is still to come. */
export function stationNow({ dialogue, sessions }: ThreadFacts): Station | null {
  if (dialogue === "draft") return "call";
  if (dialogue === "harvest") return "themes";
  if (dialogue === "published") return "feedback";
  if (dialogue === "archived") return null;
  const has = (...states: string[]) => sessions.some(({ state }) => states.includes(state));
  if (has("live", "lobby")) return "session";
  if (has("planned", "registration-open")) return "registrations";
  if (has("registration-closed")) return "run-sheet";
  return has("ended") ? "themes" : "registrations";
}

export type StationState = "done" | "now" | "to-come";

export function stationStates(facts: ThreadFacts): readonly { readonly station: Station; readonly state: StationState }[] {
  const now = stationNow(facts);
  const here = now === null ? stations.length : stations.indexOf(now);
  return stations.map((station, at) => ({ station, state: at < here ? "done" : at === here ? "now" : "to-come" }));
}

import type { Same } from "../locale.ts";
import type { dialogue as source } from "../nl/dialogue.ts";

export const dialogue: Same<typeof source> = {
  frame: {
    spine: "From call to feedback",
    summary: (p: { at: number; of: number }) => `step ${p.at} of ${p.of}`,
    allDialogues: "All dialogues",
    also: "With this dialogue",
    overview: "Overview",
    team: "Team",
    settings: "Settings",
    mail: "Mail",
    installation: "Administration",
    account: "Your account",
    signOut: "Sign out",
  },
  stations: {
    call: "Call",
    registrations: "Registrations",
    "run-sheet": "Run sheet",
    insights: "Insights",
    session: "Session",
    themes: "Themes",
    report: "Report",
    feedback: "Feedback",
  },
  stationStates: { done: "done", now: "now", "to-come": "to come" },
  states: { draft: "Draft", open: "Open", harvest: "Harvest", published: "Published", archived: "Closed" },
  sessionStates: {
    planned: "Planned",
    "registration-open": "Registration open",
    "registration-closed": "Registration closed",
    lobby: "Lobby open",
    live: "Under way",
    ended: "Ended",
    cancelled: "Cancelled",
  },
};

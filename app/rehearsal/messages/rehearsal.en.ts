import type { rehearsal as nl } from "./rehearsal.nl.ts";

export const rehearsal: typeof nl = {
  title: "Rehearsal",
  lead: "Go through the session once before it is real. The computer brings participants who take part. You lead, or you look on.",
  what: "What happens?",
  how: [
    "There will be a copy of the session, with the whole run sheet. In the copy are practice participants: they take their seats, talk in text, write, put needs together, ask for the floor, vote and give marks. When you let a theme be named, they propose names and choose.",
    "After each step the clock goes on by itself. You may also press Next yourself, pause, extend, or move people.",
    "Every screen says that it is a rehearsal.",
  ],
  notTitle: "What does not happen?",
  not: [
    "Nobody gets mail.",
    "Real participants notice nothing.",
    "Nothing of the rehearsal comes into the results, the themes or the report.",
    "Nothing is kept. You erase the rehearsal yourself, or it goes by itself after a day. The log only says that there was a rehearsal.",
  ],
  begin: "Begin a rehearsal",
  session: "Which session?",
  speed: "How fast?",
  speeds: (speed: number, minutes: number) =>
    speed === 1 ? `Normal pace: ${lasts(minutes)}` : `${speed} times as fast: ${lasts(minutes)}`,
  people: "How many practice participants?",
  peopleHint: (least: number, most: number) => `From ${least} to ${most}.`,
  start: "Start the rehearsal",
  none: "There is no session to rehearse yet.",
  noneText: "Plan a session first, and make its run sheet.",
  plan: "To the run sheet",
  on: {
    lobby: "The practice participants are in the lobby. The first step begins in a few seconds.",
    live: (at: number, of: number, title: string) => `Now at step ${at} of ${of}: ${title}.`,
    over: "The rehearsal is over. You can look at everything until you erase it.",
  },
  about: (title: string, speed: number, people: number) =>
    `${title}, ${speed === 1 ? "at normal pace" : `${speed} times as fast`}, with ${people} practice participants.`,
  goesAt: (when: string) => `Everything is erased by itself on ${when}.`,
  open: "Look at the screens",
  cockpit: "Open the cockpit",
  screen: "Open the projector",
  seat: "Look as a participant",
  seatHint: "There is a free place. Make a link to it, and open that on your telephone or in a private window.",
  seatButton: "Make a link to the free place",
  seatLink: "Link to the free place",
  stopTitle: "Stop and erase",
  stop: "Stop the rehearsal",
  erase: "Erase the rehearsal",
  eraseHint: "You can always erase it, also while the rehearsal goes on. It is gone at once.",
  refresh: "Refresh this page",
  errors: {
    bijeenkomst: { session: "Choose a session." },
    tempo: { speed: "Choose a pace." },
    aantal: { people: "Choose a number from 6 to 60." },
  },
  refused: {
    "no-steps": "This session has no run sheet yet. Make that first.",
    "too-many": "Three rehearsals go on at this server already. Please try again later.",
    missing: "This session is no longer there. Choose another.",
  },
  erased: "The rehearsal was erased.",
  link: "Rehearsal",
};

function lasts(minutes: number): string {
  if (minutes < 60) return `about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const whole = `${hours} ${hours === 1 ? "hour" : "hours"}`;
  return `about ${whole}${rest > 0 ? ` and ${rest} ${rest === 1 ? "minute" : "minutes"}` : ""}`;
}

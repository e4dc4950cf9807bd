import type { writingTeam as Dutch } from "./writing-team.nl.ts";

export const writingTeam: typeof Dutch = {
  title: "Prepare and add",
  link: "Prepare and add",
  linkText: "Let participants write down their needs beforehand, and add to them afterwards.",
  saved: "Your choice is saved.",
  late: "This is no longer possible: the session has moved on meanwhile.",
  before: {
    heading: "Beforehand: prepare",
    text: "Participants with a place write down what they need. Only they see it, until they share it in the session. In the part ‘think alone’ it is there for them.",
    open: "Participants can prepare now, until the session begins.",
    closed: "Participants cannot prepare yet.",
    over: "The session has begun or is over. Who prepared has the needs at hand there.",
    cannot: "Preparing is possible only before the session begins, and while the dialogue is open.",
    start: (p) =>
      p.n === 0 ? "Open the preparation" : p.n === 1 ? "Open and mail 1 participant" : `Open and mail ${p.n} participants`,
    close: "Close the preparation",
    once: "Everybody gets one e-mail about it with their own link. Who gets a place later reads it in that message. The reminders mention it too.",
    later: "If you close it, what people wrote is kept.",
  },
  after: {
    heading: "Afterwards: add",
    text: "After the session participants can still add things. Everybody of the session can read those. They get an e-mail about it, and one more on the day before it closes if they added nothing.",
    days: "Number of days afterwards",
    hint: (p) => `From 0 (none) to ${p.most}. The last day counts as a whole.`,
    error: (p) => `Fill in a whole number from 0 up to and including ${p.most}.`,
    save: "Save",
    none: "Nothing can be added after this session.",
    until: (p) => `Things can be added now, up to and including ${p.until}.`,
    was: (p) => `Adding is closed. It was possible up to and including ${p.until}, or until the report came out.`,
  },
};

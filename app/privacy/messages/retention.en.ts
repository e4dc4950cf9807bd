import type { Same } from "../../language/locale.ts";
import type { retention as nl } from "./retention.nl.ts";

export const retention: Same<typeof nl> = {
  title: "Keeping and letting go",
  lead: "Each night what is past its term goes. What was published stays: figures and words of a report do not change.",
  problem: "Something is not right yet",
  terms: "Terms",
  termsText: "In days. Match them to the selection list of your organisation.",
  kinds: {
    links: { name: "Links", about: "Links from e-mails, after they expired or were ended." },
    devices: { name: "Devices", about: "Where somebody was signed in, after signing out or expiring." },
    mail: { name: "E-mail", about: "Which e-mail went to whom, after sending." },
    words: {
      name: "Words that nobody outside the table saw",
      about:
        "Talk in text, needs that stayed private or at one table, and what was said of the report while reading along and came into no version. Counts from archiving the dialogue.",
    },
    people: {
      name: "Who the participants were",
      about:
        "Names, organisations, addresses and introduction cards. What they shared with all stays, without a name. Counts from archiving the dialogue.",
    },
  },
  due: (p) => (p.n === 0 ? "Tonight nothing goes here." : p.n === 1 ? "Tonight 1 goes." : `Tonight ${p.n} go.`),
  save: "Save the terms",
  holds: "Legal hold",
  holdsText:
    "Is there an investigation, a court case or a request for public access? Then everything of that dialogue is kept until you lift the hold. Somebody can still have themselves erased.",
  noDialogues: "There is no dialogue yet.",
  held: "legal hold",
  made: (p) => `Made on ${p.when}.`,
  archived: (p) => `Archived on ${p.when}.`,
  notArchived: "Not archived yet.",
  heldSince: (p) => `Legal hold since ${p.when}: ${p.because}`,
  holdName: (p) => `Put on hold: ${p.title}`,
  hold: "Put on hold",
  release: "Lift",
  releaseName: (p) => `Lift: legal hold of ${p.title}`,
  reason: "Why",
  reasonHint: "For example the reference of the case. Write down no names.",
  done: "What went",
  noneDone: "Nothing went yet.",
  when: "When",
  what: "What",
  count: "How many",
  after: "Term",
  days: (p) => `${p.n} days`,
  told: {
    saved: "The terms are saved. They hold from tonight.",
    hold: "Nothing of this dialogue goes by itself any more.",
    release: "The hold is lifted. The terms hold again.",
    "as-it-was": "It was so already.",
  },
  errors: {
    number: (p) => `${p.kind}: enter a number of days from 7 to 3650.`,
    reason: { missing: "Say why.", long: "Make the reason shorter than 300 characters." },
  },
};

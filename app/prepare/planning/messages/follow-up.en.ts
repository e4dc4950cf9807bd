import type { Same } from "../../../language/locale.ts";
import type { followUp as source } from "./follow-up.nl.ts";

const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);

export const followUp: Same<typeof source> = {
  title: "Follow-up",
  link: "Begin a follow-up",
  lead: "A next meeting begins with what the last one yielded: what is still open, what was promised, what you test again and whom you ask again.",
  before: (p) => `What is still open and what was promised comes from the dialogue ‘${p.title}’.`,
  open: {
    heading: "What is still open",
    none: "Every need has an answer.",
    later: "comes later",
    waits: "no answer yet",
    alone: (p) => (p.n === 1 ? "1 need without a theme has no answer yet." : `${p.n} needs without a theme have no answer yet.`),
  },
  commitments: {
    heading: "What was promised",
    lead: "Ask after it in the meeting. What went another way may simply be said too.",
    none: "There are no commitments that others may read.",
    states: { open: "still open", kept: "done", dropped: "does not go on" },
  },
  again: {
    heading: "What you test again",
    lead: "An insight that you test again keeps its words. The ballots of then stay, and the outcome sets then and now side by side.",
    none: "There is no insight yet on which people voted since it was asked last.",
    which: "Which insights do you test again?",
    button: "Test these again",
    done: (p) => (p.n === 1 ? "1 insight is ready to be tested again." : `${p.n} insights are ready to be tested again.`),
    compare: "Then and now side by side:",
  },
  pulse: "Do you not want to wait for the next meeting? Ask three insights at most by e-mail.",
  people: {
    heading: "Whom you ask again",
    lead: "Who took part before gets an invitation with their own details filled in. Nobody is on the list before they say so themselves.",
    leadOther:
      "You ask only who is a member of the network of the dialogue before: they chose to stay in touch. Nobody is on the list before they say so themselves.",
    next: (p) =>
      p.n === 0
        ? `${p.title}, ${p.when}: everybody was asked already.`
        : `${p.title}, ${p.when}: ${people(p.n)} took part before and ${p.n === 1 ? "was" : "were"} not asked yet.`,
    button: (p) => (p.n === 1 ? "Ask this person" : `Ask these ${p.n} people`),
    none: "There is no meeting yet for which you can ask people.",
    plan: "Plan a meeting",
    done: (p) => (p.n === 0 ? "Everybody was asked already." : `${people(p.n)} ${p.n === 1 ? "gets" : "get"} an invitation.`),
  },
  other: {
    heading: "Or a new dialogue",
    text: "A new dialogue takes the lists, the texts and the tested insights along, with the run sheet of a follow-up meeting.",
    link: "Begin a new dialogue with this harvest",
  },
  refusals: {
    none: "Choose at least one insight to test again.",
    over: "You can no longer ask people for this meeting.",
  },
};

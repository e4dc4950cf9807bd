import type { Same } from "../../../language/locale.ts";
import type { pulse as source } from "./pulse.nl.ts";

export const pulse: Same<typeof source> = {
  title: "Short pulse",
  link: "Ask how it is now",
  lead: "Ask between two meetings how it is now. Everybody with a place gets an e-mail with three insights at most, and answers without signing in.",
  which: "Which insights do you ask?",
  whichHint: "Three at most. If people voted on it, that outcome stays, and then and now come side by side.",
  none: "There are no insights yet.",
  until: "Up to and with which day can people answer?",
  ask: "Send the pulse",
  problem: "Something is not right",
  errors: {
    inzicht: { none: "Choose at least one insight.", "too-many": "Choose three insights at most." },
    until: { missing: "Fill in a day.", past: "Choose a day that is still to come." },
  },
  running: (p) => `A pulse is going on. People can answer up to and with ${p.day}.`,
  over: (p) => `The last pulse went on up to and with ${p.day}.`,
  stop: "Close the pulse now",
  show: "Show the outcome to participants",
  shown: "Participants see the outcome.",
  toOutcome: "Look at the outcome",
  told: {
    asked: "The pulse was sent.",
    stopped: "The pulse is closed.",
    shown: "Participants see the outcome now.",
  },
  refused: { open: "A pulse is going on already." },
  mine: {
    title: "How is it now?",
    lead: (p) =>
      p.n === 1 ? `One question about ‘${p.title}’.` : `${p.n === 2 ? "Two" : "Three"} questions about ‘${p.title}’.`,
    secret: "Nobody sees what you choose. Of fewer than five people we give no figures.",
    choice: "Agree or disagree?",
    fit: "Does it fit in your practice?",
    fitHint: "Only if you chose agree or disagree.",
    save: "Send",
    saved: (p) => `Thank you. Your answers are saved. You can change them up to and with ${p.day}.`,
    nothing: "Choose an answer to at least one question.",
    closed: "This pulse is closed",
    closedText: "You can no longer answer. You find the outcome on your own page as soon as it is there.",
    gone: "This link does not work",
    goneText: "Perhaps the link did not come through whole. Open the e-mail again and use the button.",
  },
  letter: {
    subject: (p) => `How is it now? ${p.title}`,
    greeting: (p) => (p.name ? `Dear ${p.name},` : "Hello,"),
    text: (p) =>
      `You took part in ‘${p.title}’. We would like to hear how it is now in your practice. ${p.n === 1 ? "It is one question" : `It is ${p.n === 2 ? "two" : "three"} questions`}, and you need not sign in.`,
    button: "Answer",
    until: (p) => `You can answer up to and with ${p.day}.`,
    personal: "This link is for you alone. Do not forward this e-mail.",
    closing: (p) => ["Kind regards,", p.owner, p.contact ? `Questions: ${p.contact}` : ""].filter(Boolean).join("\n"),
  },
};

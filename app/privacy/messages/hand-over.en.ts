import type { Same } from "../../language/locale.ts";
import type { handOver as source } from "./hand-over.nl.ts";

export const handOver: Same<typeof source> = {
  title: "Hand this dialogue over",
  link: "Hand this dialogue over",
  lead: "Another organisation goes on with this dialogue, with its programme and network. First we ask everybody whether their name and address go along.",
  what: "What happens",
  steps: [
    "You ask. Everybody with a place or a card in the network gets one e-mail.",
    "Who says yes goes along with name, address, card and their own link.",
    "Who says no or nothing does not go along. What they brought in stays, without a name. Who takes part in nothing else is erased.",
    "After the last day you hand over. You and your team then have no way into this dialogue.",
  ],
  toName: "Which organisation goes on with it?",
  toNameHint: "Participants read this name. For example: Ministry of Health, Welfare and Sport.",
  to: "Who goes on with it?",
  toHint: "That person is an organiser of this dialogue already.",
  nobody: "First invite somebody of the other organisation as an organiser. When they accepted, you can go on here.",
  toTeam: "Invite somebody",
  until: "Up to and with which day can people answer?",
  untilHint: "At least a week.",
  ask: "Ask everybody",
  problem: "Something is not right",
  errors: {
    toName: { missing: "Fill in the name of the organisation.", long: "Make the name shorter than 200 characters." },
    to: { missing: "Choose who goes on with it." },
    until: { missing: "Fill in a day.", "too-soon": "Choose a day that is at least a week ahead." },
  },
  asked: {
    heading: "People are asked",
    text: (p) => `The dialogue goes to ${p.to}. ${p.who} goes on with it. People can answer up to and with ${p.day}.`,
    someone: "Nobody yet",
    agreed: (p) =>
      p.agreed === null
        ? `Of the ${p.people} people fewer than five go along now.`
        : `Of the ${p.people} people ${p.agreed} go along now.`,
    stop: "Do not hand over",
    go: "Hand over now",
    goText: "This cannot be taken back. You and your team have no way in afterwards.",
    waits: "After that day you can hand over here.",
  },
  told: {
    asked: "Everybody gets an e-mail. Nothing is handed over yet.",
    stopped: "The dialogue is not handed over.",
  },
  refused: {
    open: "People are asked already.",
    "not-asked": "Nobody is asked, or it was stopped.",
    "too-early": "People can still answer. Wait until that day is over.",
    "no-successor": "Who would go on with it is no longer an organiser. Stop this hand-over and ask again.",
    "not-organiser": "Choose somebody who is an organiser of this dialogue.",
    held: "An administrator holds this dialogue because it has to be kept.",
    rehearsal: "There is still a rehearsal of this dialogue. Erase that first.",
    erasing: "Somebody asked to erase this dialogue. Take that question back first.",
    "in-session": "A meeting is going on. Hand over afterwards.",
  },
  mine: {
    title: "Do you go along?",
    text: (p) =>
      `${p.to} wants to go on with ‘${p.title}’. Do your name and address go along? You can answer up to and with ${p.day}, and change your answer until then.`,
    yesWhat: "If you say yes, you keep your link, your card and your messages, and hear what becomes of your input.",
    noWhat:
      "If you say no or nothing, you do not go along. What you brought in stays, without your name. Your card, your messages and your registration go.",
    yes: "Yes, I go along",
    no: "No, I do not go along",
    now: { yes: "You go along.", no: "You do not go along.", none: "You have not answered yet." },
    none: "Nothing is handed over now. You need not do anything.",
    saved: "Your answer is saved.",
    back: "To your page",
  },
  doneLetter: {
    subject: (p) => `Another organisation goes on: ${p.title}`,
    text: (p) =>
      `${p.to} now goes on with ‘${p.title}’. You went along: your link, your card and your messages work as they did. If you do not want that after all, you can have your details erased on your own page.`,
    button: "Go to the network",
  },
  letter: {
    subject: (p) => `Do you go along? ${p.title}`,
    greeting: (p) => (p.name ? `Dear ${p.name},` : "Hello,"),
    text: (p) =>
      `You take part in ‘${p.title}’. ${p.to} wants to go on with it. That takes your name and address along only if you agree.`,
    what: "If you say nothing, you do not go along. What you brought in stays, without your name.",
    button: "Say whether you go along",
    until: (p) => `You can answer up to and with ${p.day}.`,
    personal: "This link is for you alone. Do not forward this e-mail.",
    closing: (p) => [`Kind regards,\n${p.owner}`, p.contact].filter(Boolean).join("\n"),
  },
};

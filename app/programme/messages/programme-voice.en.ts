import type { Same } from "../../language/locale.ts";
import type { programmeVoice as source } from "./programme-voice.nl.ts";

const times = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`);

export const programmeVoice: Same<typeof source> = {
  fits: {
    fits: "Yes, this would help me",
    conditions: "Yes, under a condition",
    not: "No, this would not help me",
    "not-mine": "Not my field",
  },
  short: { fits: "would help", conditions: "under conditions", not: "would not help", "not-mine": "not my field" },
  mine: {
    title: "Would this help you?",
    lead: "This is the programme as it stands now. Say of each item whether it would help you in your work. The team sees what you say without your name. It may change an item.",
    closedLead: "This is the programme as it stands now. It is not open for reactions.",
    none: "There is no programme to react to yet",
    noneText: "You get a mail when there is.",
    question: "Would this help you?",
    words: "Under which condition, or why not?",
    wordsHint: "Briefly. Do not write names of others.",
    button: "Keep my reaction",
    again: "Keep it again",
    kept: "Your reaction was kept.",
    yours: (p: { fit: string }) => `You said: ${p.fit.toLowerCase()}.`,
    changedSince: "This item was changed after you reacted. Does your reaction still hold?",
    led: "Your reaction helped to change this item.",
    back: "To your own page",
    link: "Say whether the programme would help you",
    readLink: "Read the programme, and choose how often you hear of it",
    errors: {
      fit: "Choose whether this would help you.",
      condition: "Write under which condition.",
      long: "Make this shorter than 600 characters.",
    } as Readonly<Record<string, string>>,
    gone: "This item is no longer there. Nothing was kept; what you typed stands below.",
    notNow: "It is no longer open for reactions. Nothing was kept; what you typed stands below.",
  },
  told: {
    heading: "Would this help?",
    none: "There are too few reactions to show anything of them.",
    people: (p: { n: number }) => `Of the ${times(p.n, "person who reacted", "people who reacted")}:`,
    nearly: (p: { n: number; fit: string }) => `Of the ${p.n} people who reacted nearly all say: ${p.fit}.`,
    count: (p: { n: number; fit: string }) => `${p.n} ${p.fit}`,
    conditions: "Conditions and objections",
    conditionsNone: "There are no conditions or objections yet.",
    used: "taken in",
  },
  desk: {
    heading: "What participants think of it",
    no: "Ask participants whether the items would help them. Who was admitted gets a mail with a link of their own.",
    yes: (p: { date: string }) => `Participants can react, since ${p.date}.`,
    ended: (p: { date: string }) => `It was open for reactions until ${p.date}.`,
    ask: "Ask for reactions",
    end: "Close reactions",
  },
  change: {
    because: "What was changed, and why?",
    becauseHint: "This stands with the item, beside what it said before. Whom it concerns reads it.",
    causes: "Which reactions led to this?",
    long: "Make this shorter than 1,000 characters.",
    was: "What it said before",
    fields: { title: "Title", text: "Explanation", acts: "Who does it", budget: "Money", indicator: "How we notice" } as Readonly<
      Record<string, string>
    >,
  },
  reactLetter: {
    subject: (p: { title: string }) => `Would this help you? The programme of ‘${p.title}’`,
    greeting: (p: { name: string }) => `Dear ${p.name || "participant"},`,
    text: (p: { title: string; n: number }) =>
      `From what you and others brought into ‘${p.title}’ a programme of ${times(p.n, "item", "items")} was made. We would like to know whether it would help you in your work.`,
    how: "With each item you choose: yes, yes under a condition, no, or not my field. It takes a few minutes.",
    button: "Say whether this would help you",
    personal: "This link is yours. Do not pass this mail on.",
    closing: (p: { owner: string; contact: string }) =>
      ["Kind regards,", p.owner, p.contact ? `Questions: ${p.contact}` : ""].filter(Boolean).join("\n"),
  },
  remindLetter: {
    subject: (p: { item: string }) => `How does it go with: ${p.item}?`,
    quiet: (p: { item: string; title: string }) =>
      `In the programme of ‘${p.title}’ you look after: ${p.item}. Nothing was told of it for a while. Who needed it would like to hear how it goes.`,
    late: (p: { item: string; title: string; step: string; date: string }) =>
      `In the programme of ‘${p.title}’ you look after: ${p.item}. The step ‘${p.step}’ was planned for ${p.date}. You are the first to hear this: in a week the page of the programme says so too.`,
    minute: "With this link you tell in a minute how it stands. You need not sign in.",
    button: "Tell how it goes",
  },
  news: {
    subject: (p: { title: string }) => `What becomes of your input: ‘${p.title}’`,
    greeting: (p: { name: string }) => `Dear ${p.name || "participant"},`,
    text: (p: { n: number; title: string }) =>
      `There is news of ${times(p.n, "item", "items")} of the programme of ‘${p.title}’ that rest on your input.`,
    line: (p: { date: string; state: string; text: string }) =>
      `${p.date}, ${p.state.toLowerCase()}${p.text ? `: ${p.text}` : ""}`,
    changed: (p: { date: string; text: string }) => `${p.date}, the item was changed${p.text ? `: ${p.text}` : ""}`,
    merged: (p: { date: string }) => `${p.date}, merged with another item`,
    split: (p: { date: string }) => `${p.date}, a part became an item of its own`,
    more: (p: { n: number }) => `And ${times(p.n, "more message", "more messages")}`,
    mine: "What became of your input",
    programme: "Read the programme",
    personal: "The links in this mail are for you only. Do not pass this mail on.",
    how: (p: { choice: string }) => `You get this ${p.choice}. With this link you change that, or stop it:`,
    choices: { each: "with each change", weekly: "once a week at most", never: "not at all" },
  },
  stop: {
    title: "Mail about the programme",
    lead: (p: { title: string }) => `How often do you want to hear what becomes of your input in ‘${p.title}’?`,
    now: (p: { choice: string }) => `Now you get this ${p.choice}.`,
    stop: "Send me no more of this",
    choices: { each: "With each change", weekly: "Once a week at most", never: "Not at all" },
    button: "Keep",
    done: "Your choice was kept.",
    gone: "This link no longer works",
    goneText: "Open the link of a newer mail, or set this on your own page, with the programme.",
  },
};

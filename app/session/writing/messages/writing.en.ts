import type { writing as Dutch } from "./writing.nl.ts";

export const writing: typeof Dutch = {
  need: {
    labels: {
      introduction: "Your answer for the group",
      need: "What do you need?",
      works: "What works well now?",
      chafes: "What chafes now?",
      suggestion: "What do you propose?",
      note: "What is being said?",
      talk: "What do you want to say?",
      condition: "Under which condition does it fit?",
      example: "An example in which it does not fit",
      name: "Your proposal for a name",
    },
    hints: {
      introduction: "One or two sentences will do.",
      need: "What happens, for whom, and what would help? Do not name residents.",
      works: "What should stay as it is? Do not name residents.",
      chafes: "Where does it get stuck? Do not name residents.",
      suggestion: "What would you do differently?",
      note: "Write what the group says, in its own words.",
      talk: "",
      condition: "",
      example: "",
      name: "",
    },
    more: "Tell more about it (not needed)",
    details: {
      situation: "In which situation?",
      forWhom: "For whom?",
      tried: "What has been tried?",
      wouldHelp: "What would help?",
    },
    weight: "How heavy is it?",
    weights: { light: "light", heavy: "heavy", "very-heavy": "very heavy" },
    howOften: "How often does it come up?",
    often: { yearly: "a few times a year", monthly: "every month", weekly: "every week", daily: "every day" },
    touches: "Which fields does it touch?",
    example: (p) => `For example: ${p.text}`,
  },
  keptSame: (p) =>
    `Kept as contribution ${p.number}: your own words for contribution ${p.same}. You now stand behind that one too.`,
  list: {
    sameAs: (p) => `Other words for contribution ${p.number}`,
    differ: "My need is different after all",
    others: "In other words",
  },
  similar: {
    title: "Do you recognise this?",
    lead: "Others wrote something like it. Is it the same? Then you stand behind it too, and your own words stay with it.",
    found: (p) =>
      p.n === 1
        ? "1 need of somebody else resembles this. Read it below the form."
        : `${p.n} needs of others resemble this. Read them below the form.`,
    same: "My need is the same",
    different: "My need is different",
    somebody: "a participant",
    backers: (p) => (p.n === 1 ? "1 other recognises this" : `${p.n} others recognise this`),
    kept: (p) => `Your need is kept as contribution ${p.number}. Others wrote something like it.`,
    yours: "Your need",
    theirs: "What others wrote",
    noneSame: "My need is different",
  },
  before: {
    title: "Prepare: what do you need?",
    text: "Write down what you need in your work. Only you see this. In the session it is there for you, and you choose what you share.",
    have: (p) =>
      `${p.n === 1 ? "You wrote down 1 need." : `You wrote down ${p.n} needs.`} Only you see that, until you share it in the session.`,
    go: "Write down what you need",
  },
  after: {
    title: "Do you want to add something?",
    until: (p) =>
      `You can up to and including ${p.last}. What you still write can be read by everybody of the session and goes along in the report.`,
    go: "Add something",
  },
  closed: {
    early: "You cannot prepare yet",
    wait: "You will get an e-mail as soon as you can. There is time in the session itself, too, to write down what you need.",
    live: "The session has begun",
    over: "Nothing can be added any more",
    cancelled: "This session will not take place",
    since: (p) => `Things could be added up to and including ${p.last}.`,
  },
  toSession: "To the session",
};

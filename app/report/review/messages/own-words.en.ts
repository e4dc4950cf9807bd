import type { Same } from "../../../language/locale.ts";
import type { ownWords as source } from "./own-words.nl.ts";

export const ownWords: Same<typeof source> = {
  title: (p) => `Your contribution ${p.n}`,
  back: "Back to the draft",
  input: "All your input",
  correct: "Correct",
  words: "Your words",
  wordsHint: "This is how they stand in the report. Who recognised your contribution still stands behind it.",
  summary: "Your words have not been saved yet",
  save: "Save your words",
  published: "These words stand in a published report, so they stay as they are. You can withdraw them.",
  anonymous: "Anonymous",
  anonymousText: (p) =>
    p.field
      ? `With a contribution the field of its writer may stand: yours is ‘${p.field}’. Your name never does. Do you think people will know you all the same? Take the field away.`
      : "Your name never stands with your words. You chose no field, so that does not either.",
  isAnonymous: "No field stands with this contribution.",
  makeAnonymous: "Take my field away",
  notAnonymous: "Show my field again",
  withdraw: "Withdraw",
  withdrawText:
    "Your words go from the draft and from every published report. There it says that a contribution has been withdrawn.",
  withdrawThis: "Withdraw this contribution",
  withdrawAsk: "Are you sure? You cannot undo this.",
  withdrawSure: "Yes, withdraw this contribution",
  withdrawn: "You withdrew this contribution. Only you still see its words.",
  hidden: "The facilitator hid this contribution. It is not in the report.",
  said: {
    verbeter: "Your words have been changed.",
    anoniem: "Your field no longer stands with it.",
    "niet-anoniem": "Your field may stand with it again.",
    intrek: "Your contribution has been withdrawn.",
    anders: "Your choice has been saved.",
  },
  refused: {
    missing: "Write your words, or withdraw the contribution.",
    long: "Make your words shorter.",
    published: "These words stand in a published report meanwhile. What you typed still stands here and has not been saved.",
    changed: "This contribution has changed meanwhile. Above stands how it is now. Change what is needed and save again.",
    gone: "This contribution has been withdrawn or hidden meanwhile. What you typed has not been saved.",
  },
};

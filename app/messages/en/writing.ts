import type { writing as Dutch } from "../nl/writing.ts";

export const writing: typeof Dutch = {
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
};

import type { Same } from "../../../language/locale.ts";
import type { heard as source } from "./heard.nl.ts";

const listed = (all: readonly string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(all);

export const heard: Same<typeof source> = {
  title: "Who was heard",
  none: "There is no session yet.",
  unheard: (p) => `Nobody wrote anything yet from: ${listed(p.groups)}.`,
  allHeard: "Somebody wrote something from each field and each kind of party.",
  invite: "Invite people who are missing",
  byField: "By field",
  byParty: "By kind of party",
  byArea: "By municipality or area",
  bySteps: "By part",
  field: "Field",
  party: "Kind of party",
  area: "Area",
  step: "Part",
  target: "Aim",
  stages: {
    signedUp: "Signed up",
    admitted: "Admitted",
    came: "Present",
    wrote: "Wrote something",
    chose: "Chose in the practice check",
  },
  notTold: "Not told",
  told: (p) =>
    `Everybody counts once, under the field they named first. How many chose in the practice check is told only where at least ${p.least} people of each group in the table were present, or nobody: choosing is secret.`,
  report: {
    heading: "From signing up to a word",
    lead: "Below is how many people came how far.",
    caption: "How far people came",
    who: "Who",
    more: "By field, kind of party, province and part",
    byField: "How far people came, by field",
    byParty: "How far people came, by kind of party",
    byArea: "How far people came, by province",
    bySteps: "Who was there for each part",
    stages: {
      invited: "Invited",
      signedUp: "Signed up",
      admitted: "Admitted",
      took: "Took part",
      wrote: "Wrote something",
      chose: "Chose in the practice check",
      quoted: "Quoted",
    },
    dropped: {
      took: (p) => `Of those who signed up, ${p.n} did not take part.`,
      wrote: (p) => `Of those who took part, ${p.n} wrote nothing.`,
      chose: (p) => `Of those who took part, ${p.n} did not choose in the practice check.`,
    },
    nearly: "nearly all",
    withheld: "not shown",
    reading:
      "‘Nearly all’: as many as at the step before, or at most four fewer. ‘Not shown’: fewer than five people, nobody, or a number from which such a small one follows. This holds over all versions of this report together. ‘Quoted’: wrote or recognised a need that a text of this report names.",
    rowsAt: (p) =>
      `The numbers by group are of ${p.at}. New ones would, beside the version before, speak of fewer than five people.`,
  },
};

import type { Same } from "../locale.ts";
import type { heard as source } from "../nl/heard.ts";

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
};

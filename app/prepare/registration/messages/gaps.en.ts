import type { Same } from "../../../language/locale.ts";
import type { gaps as source } from "./gaps.nl.ts";

export const gaps: Same<typeof source> = {
  heading: "Who is still missing",
  none: "Somebody signed up from each field and each kind of party.",
  nobody: (p) => `Nobody yet from ${p.field}.`,
  nobodyOf: (p) => `Nobody yet of the kind of party ‘${p.party}’.`,
  nobodyBoth: (p) => `Nobody yet from ${p.field} with ${p.party}.`,
  nobodyIn: (p) => `Nobody yet from ${p.field} in:`,
  nobodyAt: (p) => `Nobody yet from ${p.field} in ${p.area}.`,
  invite: "Text to invite with",
  inviteFor: (p) => `${p.gap} Text to invite with`,
  towns: (p) =>
    p.n === 1 ? "Municipalities where one field is missing" : `Municipalities where one of ${p.n} fields is missing`,
  townsHow:
    "Only municipalities that somebody from another field comes from. In alphabetical order. Choose a municipality for a text to invite with.",
  title: "Text to invite with",
  back: "Back to who is in",
  lead: (p) => `For ${p.who}. Klankbord sends nothing: you choose whom you send this to.`,
  label: "The text",
  hint: "Change the text as you like. You can copy it, or take it along to your own mail.",
  mail: "Open in your mail",
  byName: "Invite people by name, each with a link of their own",
  who: ({ field, party, area }) =>
    ["people", field ? `from ${field}` : "", party ? `with ${party}` : "", area ? `in ${area}` : ""].filter(Boolean).join(" "),
  subject: (p) => `Invitation: ${p.title}`,
  text: (p) =>
    `Dear colleague,

We are holding an online dialogue on ‘${p.title}’. There is a session on ${p.when}, which you join from where you are.

We do not hear ${p.who} yet. What you see in your work is just what we would like to take along. Will you take part, or do you know somebody whom this suits?

Read what it is about and sign up:
${p.address}

You can take part without a camera, and entirely in text. Afterwards you read what was done with what you brought in.

Kind regards,
`,
};

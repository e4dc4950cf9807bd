import type { guard as nl } from "./guard.nl.ts";

export const guard: typeof nl = {
  titleShort: "Not posted yet",
  title: "Not posted yet: is this about somebody?",
  text: "The marked words look like personal data. Others read along, and your text may come in the report. Take them out if they are about somebody else.",
  textOutside: "The marked words look like personal data, and others read this. Take them out if they are about somebody else.",
  bsnTitle: "Not posted: there is a citizen service number in it",
  bsnText:
    "We never post a citizen service number (bsn). Take it out. Is it another number? Put before it what it is, such as ‘zaaknummer’.",
  found: (p) => `We saw: ${p.kinds.join(", ")}.`,
  kinds: {
    bsn: "a citizen service number",
    telefoon: "a telephone number",
    "e-mail": "an e-mail address",
    iban: "a bank account number",
    adres: "an address",
    geboortedatum: "a date of birth",
  },
  anyway: "Post anyway",
  change: "Change it",
  sendChanged: "Post as changed",
};

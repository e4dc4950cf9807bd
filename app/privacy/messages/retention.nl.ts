/** How long what is kept, and what is kept whatever the terms say. */
export const retention = {
  title: "Bewaren en laten gaan",
  lead: "Elke nacht gaat weg wat over zijn termijn is. Wat gepubliceerd is, blijft: cijfers en woorden van een verslag veranderen niet.",
  problem: "Er klopt nog iets niet",
  terms: "Termijnen",
  termsText: "In dagen. Stem ze af op de selectielijst van uw organisatie.",
  kinds: {
    links: { name: "Links", about: "Links uit e-mails, nadat ze zijn verlopen of beëindigd." },
    devices: { name: "Apparaten", about: "Waar iemand was aangemeld, na afmelden of verlopen." },
    mail: { name: "E-mail", about: "Welke e-mail aan wie ging, na het versturen." },
    words: {
      name: "Woorden die niemand buiten de tafel zag",
      about:
        "Gesprekken in tekst, behoeften die privé of aan één tafel bleven, en wat er bij het meelezen over het verslag werd gezegd en niet in een versie kwam. Telt vanaf het archiveren van de dialoog.",
    },
    people: {
      name: "Wie de deelnemers waren",
      about:
        "Namen, organisaties, adressen en kennismakingskaarten. Wat zij met iedereen deelden, blijft zonder naam. Telt vanaf het archiveren van de dialoog.",
    },
  },
  due: (p: { n: number }) =>
    p.n === 0 ? "Vannacht gaat hier niets weg." : p.n === 1 ? "Vannacht gaat er 1 weg." : `Vannacht gaan er ${p.n} weg.`,
  save: "Bewaar de termijnen",
  holds: "Bewaarplicht",
  holdsText:
    "Loopt er een onderzoek, een rechtszaak of een Woo-verzoek? Dan blijft alles van die dialoog bewaard tot u de bewaarplicht opheft. Iemand kan zichzelf nog wel laten wissen.",
  noDialogues: "Er is nog geen dialoog.",
  held: "bewaarplicht",
  made: (p: { when: string }) => `Gemaakt op ${p.when}.`,
  archived: (p: { when: string }) => `Gearchiveerd op ${p.when}.`,
  notArchived: "Nog niet gearchiveerd.",
  heldSince: (p: { when: string; because: string }) => `Bewaarplicht sinds ${p.when}: ${p.because}`,
  holdName: (p: { title: string }) => `Leg bewaarplicht op: ${p.title}`,
  hold: "Leg bewaarplicht op",
  release: "Hef op",
  releaseName: (p: { title: string }) => `Hef op: bewaarplicht van ${p.title}`,
  reason: "Waarom",
  reasonHint: "Bijvoorbeeld het kenmerk van de zaak. Schrijf geen namen op.",
  done: "Wat is weggegaan",
  noneDone: "Er is nog niets weggegaan.",
  when: "Wanneer",
  what: "Wat",
  count: "Hoeveel",
  after: "Termijn",
  days: (p: { n: number }) => `${p.n} dagen`,
  told: {
    saved: "De termijnen zijn bewaard. Ze gelden vanaf vannacht.",
    hold: "Van deze dialoog gaat niets meer vanzelf weg.",
    release: "De bewaarplicht is opgeheven. De termijnen gelden weer.",
    "as-it-was": "Dat was al zo.",
  },
  errors: {
    number: (p: { kind: string }) => `${p.kind}: vul een aantal dagen in van 7 tot 3650.`,
    reason: { missing: "Vul in waarom.", long: "Maak de reden korter dan 300 tekens." },
  },
};

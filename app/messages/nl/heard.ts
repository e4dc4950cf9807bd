const listed = (all: readonly string[]) => new Intl.ListFormat("nl", { type: "conjunction" }).format(all);

/** Who was heard, from the list to a word; for the organiser. */
export const heard = {
  title: "Wie is gehoord",
  none: "Er is nog geen bijeenkomst.",
  unheard: (p: { groups: readonly string[] }) => `Nog niemand schreef iets uit: ${listed(p.groups)}.`,
  allHeard: "Uit elk vakgebied en elk soort partij schreef iemand iets.",
  invite: "Nodig mensen uit wie nog mist",
  byField: "Per vakgebied",
  byParty: "Per soort partij",
  byArea: "Per gemeente of gebied",
  bySteps: "Per onderdeel",
  field: "Vakgebied",
  party: "Soort partij",
  area: "Gebied",
  step: "Onderdeel",
  target: "Streefgetal",
  stages: {
    signedUp: "Aangemeld",
    admitted: "Toegelaten",
    came: "Aanwezig",
    wrote: "Schreef iets",
    chose: "Koos in de praktijktoets",
  },
  notTold: "Niet opgegeven",
  told: (p: { least: number }) =>
    `Ieder telt één keer, onder het vakgebied dat deze mens het eerst noemde. Hoeveel mensen kozen in de praktijktoets, staat er alleen waar uit elke groep van de tabel ten minste ${p.least} mensen aanwezig waren, of niemand: kiezen is geheim.`,
};

const listed = (all: readonly string[]) => new Intl.ListFormat("nl", { type: "conjunction" }).format(all);

/** Who was heard, from the list to a word; for the organiser. */
export const heard = {
  title: "Wie is gehoord",
  none: "Er is nog geen bijeenkomst.",
  unheard: (p: { groups: readonly string[] }) => `Van deze groepen schreef nog niemand iets: ${listed(p.groups)}.`,
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
    `Iedereen telt één keer mee, bij het eerste vakgebied dat hij of zij koos. Kiezen in de praktijktoets is geheim. Daarom staat in een tabel alleen hoeveel mensen kozen als elke groep groot genoeg is: ${p.least} mensen of meer.`,
};

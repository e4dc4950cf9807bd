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
  /** In the report, for everybody. */
  report: {
    heading: "Van aanmelding tot woord",
    lead: "Hieronder staat hoeveel mensen hoe ver kwamen.",
    caption: "Hoe ver mensen kwamen",
    who: "Wie",
    more: "Per vakgebied, soort partij, provincie en onderdeel",
    byField: "Hoe ver mensen kwamen, per vakgebied",
    byParty: "Hoe ver mensen kwamen, per soort partij",
    byArea: "Hoe ver mensen kwamen, per provincie",
    bySteps: "Wie er per onderdeel was",
    stages: {
      invited: "Uitgenodigd",
      signedUp: "Aangemeld",
      admitted: "Toegelaten",
      took: "Deed mee",
      wrote: "Schreef iets",
      chose: "Koos in de praktijktoets",
      quoted: "Aangehaald",
    },
    dropped: {
      took: (p: { n: number }) => `Van wie zich aanmeldde, deden er ${p.n} niet mee.`,
      wrote: (p: { n: number }) => `Van wie meedeed, schreven er ${p.n} niets.`,
      chose: (p: { n: number }) => `Van wie meedeed, kozen er ${p.n} niet in de praktijktoets.`,
    },
    nearly: "vrijwel allen",
    withheld: "niet getoond",
    reading:
      "‘Vrijwel allen’: evenveel mensen als bij de stap ervoor, of hooguit vier minder. ‘Niet getoond’: minder dan vijf mensen, niemand, of een getal waaruit zo’n klein aantal is af te leiden. Dat geldt ook over alle versies van dit verslag samen. ‘Aangehaald’: schreef of herkende een behoefte die een tekst van dit verslag noemt.",
    rowsAt: (p: { at: string }) =>
      `De aantallen per groep zijn van ${p.at}. Nieuwe aantallen zouden naast de vorige versie over minder dan vijf mensen gaan.`,
  },
};

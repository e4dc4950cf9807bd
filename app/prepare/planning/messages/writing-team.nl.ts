/** What the organiser decides about writing outside the session. */
export const writingTeam = {
  title: "Voorbereiden en aanvullen",
  link: "Voorbereiden en aanvullen",
  linkText: "Laat deelnemers vooraf hun behoeften opschrijven, en na afloop nog aanvullen.",
  saved: "Uw keuze is bewaard.",
  late: "Dit kan nu niet meer: de stand van de bijeenkomst is intussen veranderd.",
  before: {
    heading: "Vooraf: voorbereiden",
    text: "Deelnemers met een plaats schrijven alvast op wat ze nodig hebben. Alleen zijzelf zien dat, tot ze het in de bijeenkomst delen. Bij het onderdeel ‘zelf nadenken’ staat het voor hen klaar.",
    open: "Deelnemers kunnen zich nu voorbereiden, tot de bijeenkomst begint.",
    closed: "Deelnemers kunnen zich nog niet voorbereiden.",
    over: "De bijeenkomst is begonnen of voorbij. Wie zich voorbereidde, heeft de behoeften daar bij de hand.",
    cannot: "Voorbereiden kan alleen voordat de bijeenkomst begint, en zolang de dialoog open is.",
    start: (p: { n: number }) =>
      p.n === 0 ? "Open de voorbereiding" : p.n === 1 ? "Open en mail 1 deelnemer" : `Open en mail ${p.n} deelnemers`,
    close: "Sluit de voorbereiding",
    once: "Iedereen krijgt hierover één e-mail met de eigen link. Wie later een plaats krijgt, leest het in dat bericht. De herinneringen noemen het ook.",
    later: "Sluit u, dan blijft bewaard wat mensen al opschreven.",
  },
  after: {
    heading: "Na afloop: aanvullen",
    text: "Na de bijeenkomst kunnen deelnemers nog aanvullen. Dat is voor iedereen van de bijeenkomst te lezen. Ze krijgen hierover een e-mail, en een dag voor het sluit nog één als ze niets aanvulden.",
    days: "Aantal dagen na afloop",
    hint: (p: { most: number }) => `Van 0 (niet) tot ${p.most}. De laatste dag telt helemaal mee.`,
    error: (p: { most: number }) => `Vul een heel getal in, van 0 tot en met ${p.most}.`,
    save: "Bewaar",
    none: "Na deze bijeenkomst kan er niets meer bij.",
    until: (p: { until: string }) => `Aanvullen kan nu, tot en met ${p.until}.`,
    was: (p: { until: string }) => `Aanvullen is gesloten. Het kon tot en met ${p.until}, of tot het verslag verscheen.`,
  },
};

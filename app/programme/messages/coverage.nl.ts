const times = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`);

/** What of the harvest the programme covers. */
export const coverage = {
  title: "Wat het programma dekt",
  lead: "Voor welke behoeften en thema’s er een punt is, en voor wie. De volgorde is die van de lijsten zelf: niets staat hoger of lager.",
  link: "Bekijk wat het programma dekt",
  back: "Terug naar het programma",
  make: "Maak een programmapunt",
  item: (p: { n: number; title: string }) => `${p.n}. ${p.title}`,
  noItem: "nog geen eigen punt",
  itemsFor: "Punten hiervoor",
  everybody: (p: { n: number }) =>
    `${times(p.n, "punt is", "punten zijn")} voor iedereen. Daaronder staat welke punten er voor wie in het bijzonder zijn.`,
  nothingForAll: "Er is geen punt voor iedereen. Dit zijn de punten per groep.",
  needs: {
    heading: "Behoeften en thema’s",
    of: (p: { n: number; of: number }) => `Voor ${p.n} van de ${times(p.of, "behoefte", "behoeften")} is er een punt.`,
    left: "Behoeften zonder punt",
    more: (p: { n: number }) => `En nog ${times(p.n, "behoefte", "behoeften")}.`,
  },
  themes: {
    of: (p: { n: number; of: number }) => `Voor ${p.n} van de ${times(p.of, "thema", "thema’s")} is er een punt.`,
    left: "Thema’s zonder punt",
  },
  sides: {
    fields: { heading: "Vakgebieden", caption: "Per vakgebied de punten ervoor", name: "Vakgebied" },
    parties: { heading: "Soorten partij", caption: "Per soort partij de punten ervoor", name: "Soort partij" },
    areas: { heading: "Provincies", caption: "Per provincie de punten ervoor", name: "Provincie" },
  },
  list: {
    heading: "Een lijst die iedereen dekt",
    text: "De stippen van de deelnemers leveren een korte lijst op waarin zo veel mogelijk mensen iets van hun keuze terugvinden. Daarnaast staat wat er gekozen is.",
    caption: "De korte lijst, met de punten ervoor",
    name: "Op de korte lijst",
    chosen: "Gekozen punten",
    others: "Gekozen naast de lijst",
  },
  form: { areas: "Voor welke provincies?", areasHint: "Kiest u niets, dan is het voor heel Nederland.", where: "Waar" },
};

const times = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`);

/** What comes of contributions, as threads. */
export const threads = {
  title: "Van inbreng tot programma",
  pageTitle: (p: { title: string }) => `Van inbreng tot programma: ${p.title}`,
  lead: "Elke draad begint bij iets wat iemand schreef, en eindigt bij wat ermee gebeurt. Pak er een op.",
  back: "Naar het verslag",
  toProgramme: "Het programma",
  number: "Nummer van een bijdrage",
  field: "Laat een vakgebied opvallen",
  everyField: "Alle vakgebieden gelijk",
  pick: "Pak deze draad op",
  missing: (p: { number: string }) =>
    `‘${p.number}’ staat niet in dit verslag. Vul het nummer van een bijdrage uit het verslag in.`,
  counts: (p: { needs: number; themes: number; sentences: number; items: number }) =>
    [
      times(p.needs, "behoefte", "behoeften"),
      times(p.themes, "thema", "thema’s"),
      times(p.sentences, "onderbouwde zin in het verslag", "onderbouwde zinnen in het verslag"),
      times(p.items, "programmapunt", "programmapunten"),
    ].join(", "),
  picture: (p: { needs: number; themes: number; sentences: number; items: number }) =>
    `Tekening van de draden: ${times(p.needs, "behoefte komt", "behoeften komen")} samen in ${times(p.themes, "thema", "thema’s")}, en die leiden naar ${times(
      p.sentences,
      "zin",
      "zinnen",
    )} in het verslag en ${times(p.items, "programmapunt", "programmapunten")}. De lijst eronder zegt hetzelfde.`,
  people: (p: { n: number }) => times(p.n, "persoon", "mensen"),
  loose: "Niet bij een thema",
  threadOf: (p: { n: number }) => `De draad van bijdrage ${p.n}`,
  threadOfTheme: (p: { name: string }) => `De draad van thema ‘${p.name}’`,
  contribution: (p: { n: number }) => `Bijdrage ${p.n}`,
  gone: "Deze woorden zijn niet te lezen: ze zijn ingetrokken, gewist of verborgen, of staan elders in het verslag.",
  theme: "Thema",
  behind: (p: { needs: number; people: number }) =>
    `${times(p.needs, "behoefte", "behoeften")} van ${times(p.people, "persoon", "mensen")}.`,
  noTheme: "Deze bijdrage staat bij geen thema.",
  inReport: "In het verslag",
  noSentence: "Geen zin in het verslag noemt dit.",
  inProgramme: "In het programma",
  noItem: "Er is nog geen programmapunt van.",
  all: "Alle draden als lijst",
  list: "Per thema: behoeften, zinnen in het verslag en programmapunten",
  needs: "Behoeften",
  peopleHead: "Mensen",
  none: "nog niets",
};

/** A sentence that a language model proposes, and a person takes over or not. */
export const proposal = {
  link: "Vraag een voorstel voor een zin",
  title: "Voorstel voor een zin",
  lead: (p: { model: string; host: string }) =>
    `U kiest bijdragen. Het taalmodel ‘${p.model}’ (${p.host}) stelt een zin voor die daarop rust. U beslist of u die overneemt.`,
  back: "Terug naar de tekst",
  choose: "Uit welke bijdragen?",
  words: "Zoek op woorden",
  find: "Zoek",
  first: "Zoek op woorden, of kies een thema.",
  nothing: "Er is niets gevonden.",
  contributions: "Kies de bijdragen",
  sent: "Alleen de woorden van deze bijdragen en hun nummers gaan naar het taalmodel. Niet van wie ze zijn. Staan er namen in, kies die bijdrage dan niet.",
  more: (p: { n: number }) => `Er zijn er nog ${p.n}. Zoek preciezer om die te zien.`,
  number: (p: { n: number }) => `bijdrage ${p.n}`,
  ask: "Vraag een voorstel",
  busy: "Het taalmodel schrijft. Dat duurt soms een halve minuut.",
  proposed: "Het voorstel",
  label: "Voorstel van een taalmodel",
  sentence: "De zin",
  sentenceHint: "Klopt de zin met wat hieronder staat? Verander hem zo nodig.",
  restsOn: "Waar de zin op rust",
  take: "Neem deze zin over",
  wrongNumbers: (p: { numbers: readonly number[] }) =>
    `Het taalmodel noemde bijdragen die u niet gaf (${p.numbers.join(", ")}). Dat voorstel laten we niet zien. Probeer het nog eens.`,
  outcomes: {
    "no-numbers": "Het taalmodel zei niet op welke bijdragen de zin rust. Dat voorstel laten we niet zien. Probeer het nog eens.",
    nonsense: "Het taalmodel gaf geen bruikbaar antwoord. Probeer het nog eens, of schrijf de zin zelf.",
    "no-answer": "Het taalmodel antwoordt nu niet. Probeer het later, of schrijf de zin zelf.",
  },
  troubles: {
    none: "Kies ten minste één bijdrage die nog te lezen is.",
    many: "Kies ten hoogste 40 bijdragen.",
    long: "Schrijf een zin van ten hoogste 600 tekens, en let op dat de tekst niet te lang wordt.",
    guarded: "Kijk nog eens naar wat er in de zin staat.",
    changed: "De tekst is intussen veranderd. Uw zin staat hieronder nog: kies nog een keer Neem deze zin over.",
  },
};

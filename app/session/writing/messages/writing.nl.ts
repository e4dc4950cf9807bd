/** What somebody who writes a need may meet besides the form itself. */
export const writing = {
  need: {
    labels: {
      introduction: "Uw antwoord voor de groep",
      need: "Wat hebt u nodig?",
      works: "Wat werkt nu goed?",
      chafes: "Wat knelt er nu?",
      suggestion: "Wat stelt u voor?",
      note: "Wat wordt er gezegd?",
      talk: "Wat wilt u zeggen?",
      condition: "Onder welke voorwaarde past het?",
      example: "Een voorbeeld waarin het niet past",
      name: "Uw voorstel voor een naam",
    },
    hints: {
      introduction: "Eén of twee zinnen is genoeg.",
      need: "Wat gebeurt er, voor wie, en wat zou helpen? Noem geen namen van bewoners.",
      works: "Wat moet vooral zo blijven? Noem geen namen van bewoners.",
      chafes: "Waar loopt het vast? Noem geen namen van bewoners.",
      suggestion: "Wat zou u anders doen?",
      note: "Schrijf op wat de groep zegt, in haar eigen woorden.",
      talk: "",
      condition: "",
      example: "",
      name: "",
    },
    more: "Vertel er meer over (hoeft niet)",
    details: {
      situation: "In welke situatie?",
      forWhom: "Voor wie?",
      tried: "Wat is er al geprobeerd?",
      wouldHelp: "Wat zou helpen?",
    },
    weight: "Hoe zwaar weegt het?",
    weights: { light: "licht", heavy: "zwaar", "very-heavy": "zeer zwaar" },
    howOften: "Hoe vaak speelt het?",
    often: { yearly: "een paar keer per jaar", monthly: "elke maand", weekly: "elke week", daily: "elke dag" },
    touches: "Welke vakgebieden raakt het?",
    example: (p: { text: string }) => `Bijvoorbeeld: ${p.text}`,
  },
  keptSame: (p: { number: number; same: number }) =>
    `Bewaard als bijdrage ${p.number}: uw eigen woorden voor bijdrage ${p.same}. U staat daar nu ook achter.`,
  list: {
    sameAs: (p: { number: number }) => `Andere woorden voor bijdrage ${p.number}`,
    differ: "Mijn behoefte is toch anders",
    others: "In andere woorden",
  },
  similar: {
    title: "Herkent u dit?",
    lead: "Anderen schreven iets wat hierop lijkt. Is het hetzelfde? Dan staat u er ook achter, en blijven uw eigen woorden erbij.",
    found: (p: { n: number }) =>
      p.n === 1
        ? "1 behoefte van een ander lijkt hierop. Lees haar onder het formulier."
        : `${p.n} behoeften van anderen lijken hierop. Lees ze onder het formulier.`,
    same: "Mijn behoefte is dezelfde",
    different: "Mijn behoefte is anders",
    somebody: "een deelnemer",
    backers: (p: { n: number }) => (p.n === 1 ? "1 ander herkent dit" : `${p.n} anderen herkennen dit`),
    kept: (p: { number: number }) => `Uw behoefte is bewaard als bijdrage ${p.number}. Anderen schreven iets wat erop lijkt.`,
    yours: "Uw behoefte",
    theirs: "Wat anderen schreven",
    noneSame: "Mijn behoefte is anders",
  },
  before: {
    title: "Bereid u voor: wat hebt u nodig?",
    text: "Schrijf alvast op wat u in uw werk nodig hebt. Alleen u ziet dit. In de bijeenkomst staat het voor u klaar, en kiest u zelf wat u deelt.",
    have: (p: { n: number }) =>
      `${p.n === 1 ? "U schreef al 1 behoefte op." : `U schreef al ${p.n} behoeften op.`} Alleen u ziet dat, tot u het in de bijeenkomst deelt.`,
    go: "Schrijf op wat u nodig hebt",
  },
  after: {
    title: "Wilt u nog iets aanvullen?",
    until: (p: { last: string }) =>
      `Dat kan tot en met ${p.last}. Wat u nog opschrijft, is te lezen voor iedereen van de bijeenkomst en gaat mee in het verslag.`,
    go: "Vul nog iets aan",
  },
  closed: {
    early: "Voorbereiden kan nog niet",
    wait: "U krijgt een e-mail zodra het kan. In de bijeenkomst zelf is er ook tijd om op te schrijven wat u nodig hebt.",
    live: "De bijeenkomst is begonnen",
    over: "Er kan niets meer bij",
    cancelled: "Deze bijeenkomst gaat niet door",
    since: (p: { last: string }) => `Aanvullen kon tot en met ${p.last}.`,
  },
  toSession: "Naar de bijeenkomst",
};

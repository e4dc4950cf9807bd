const people = (n: number) => (n === 1 ? "1 persoon" : `${n} mensen`);
const voices = (n: number) => (n === 1 ? "1 bijdrage" : `${n} bijdragen`);

/** The texts of the team in the report, and what stands behind them. */
export const blocks = {
  outline: {
    heading: "Opbouw en teksten",
    lead: "Tussen de delen die uit de gegevens komen, schrijft u uw eigen teksten. Kies waar een tekst komt.",
    data: "Uit de gegevens",
    forResidents: "Voor bewoners. Schrijf in korte zinnen en zonder vaktaal.",
    themes: (p: { n: number }) => `Tekst bij een van de ${p.n} thema’s`,
    insights: (p: { n: number }) => `Tekst bij een van de ${p.n} inzichten`,
    add: "Schrijf hier",
    addAfter: (p: { part: string }) => `na ${p.part}`,
    edit: "Bewerk",
    about: (p: { words: string }) => `: ${p.words}`,
    up: "Omhoog",
    takeOut: "Haal weg",
    down: "Omlaag",
    open: (p: { n: number }) => (p.n === 1 ? "1 zin niet onderbouwd" : `${p.n} zinnen niet onderbouwd`),
    writing: (p: { names: readonly string[] }) => `${p.names.join(" en ")} schrijft hier nu`,
    weakened: (p: { n: number }) => (p.n === 1 ? "1 zin verzwakt" : `${p.n} zinnen verzwakt`),
    sound: "elke zin onderbouwd",
    nothing: "geen bevindingen",
    changed: (p: { name: string; when: string }) => `${p.name}, ${p.when}`,
    somebody: "Iemand van het team",
    removed: "Weggehaalde teksten",
    putBack: "Zet terug",
    none: "U schreef nog geen eigen tekst.",
    total: (p: { open: number; of: number }) =>
      p.of === 0
        ? "Er staan nog geen bevindingen in uw teksten."
        : p.open === 0
          ? `Alle ${p.of} zinnen met een bevinding zijn onderbouwd.`
          : `${p.open} van de ${p.of} zinnen met een bevinding ${p.open === 1 ? "is" : "zijn"} niet onderbouwd.`,
  },
  parts: {
    begin: "Begin van het verslag",
    bewoners: "Kort en in gewone taal",
    kort: "In het kort",
    wie: "Wie was erbij",
    nu: "Hoe het nu gaat",
    nodig: "Wat mensen nodig hebben",
    zwaarst: "Wat het zwaarst weegt",
    praktijk: "Wat de praktijk zegt",
    groepen: "Uit de deelgroepen",
    conclusies: "Conclusies",
    open: "Wat nog open is",
    programma: "Wat ermee gebeurt",
    hoe: "Hoe dit verslag is gemaakt",
    theme: (p: { name: string }) => `Thema ‘${p.name}’`,
    endOf: (p: { part: string }) => `Einde van ‘${p.part}’`,
    insight: (p: { n: number }) => `Inzicht ${p.n}`,
  },
  editor: {
    newTitle: "Nieuwe tekst",
    title: "Tekst in het verslag",
    text: "Tekst",
    hint: "Een lege regel begint een nieuwe alinea. Hieronder staat hoe u koppen, lijsten, citaten en cijfers schrijft. U kunt ook plakken uit Word: koppen, lijsten, vet, schuin en links blijven.",
    pastedPictures: (p: { n: number }) =>
      p.n === 1
        ? "In wat u plakte, stond een plaatje. Dat is niet overgenomen: een tekst kan geen plaatje bevatten."
        : `In wat u plakte, stonden ${p.n} plaatjes. Die zijn niet overgenomen: een tekst kan geen plaatjes bevatten.`,
    place: "Waar staat deze tekst?",
    after: (p: { part: string }) => `Na: ${p.part}`,
    save: "Bewaar",
    saved: "Uw tekst is bewaard.",
    autosaved: (p: { at: string }) => `Vanzelf bewaard om ${p.at}`,
    notAutosaved: "Nog niet bewaard. Kies Bewaar om te zien waarom.",
    offline: "Nog niet bewaard: er is geen verbinding. Uw tekst blijft hier staan.",
    alsoHere: (p: { names: readonly string[] }) =>
      `${p.names.join(" en ")} ${p.names.length === 1 ? "heeft" : "hebben"} deze tekst nu ook open. U ziet het als iemand iets anders bewaart; niemand schrijft over een ander heen.`,
    leave: "Wat u het laatst typte, is niet bewaard. Wilt u deze pagina toch verlaten?",
    back: "Terug naar het verslag",
    preview: "Zo staat het in het verslag",
    previewEmpty: "Hier ziet u uw tekst zodra er iets staat.",
    summary: "Er klopt nog iets niet",
    errors: {
      text: { missing: "Schrijf een tekst.", long: "Maak de tekst korter dan 20.000 tekens, of verdeel hem over twee teksten." },
      place: { missing: "Kies waar de tekst staat." },
      version: { missing: "Laad deze pagina opnieuw." },
    } as Readonly<Record<string, Readonly<Record<string, string>>>>,
    conflictTitle: "Iemand anders heeft deze tekst intussen gewijzigd",
    conflict: (p: { name: string }) =>
      `${p.name} bewaarde een andere tekst. Uw tekst staat in het veld en is niet bewaard. Neem over wat u nodig hebt en kies Bewaar.`,
    theirs: "Nu bewaard",
    gone: "Deze tekst is intussen weggehaald. Wat u typte, staat hier nog. Zet de tekst terug vanaf de pagina Verslag, of kopieer uw woorden.",
    full: "Er staan al 200 teksten in het verslag. Voeg teksten samen voordat u er een bij maakt.",
    notNow: "De stand van de dialoog is intussen veranderd. Uw tekst is niet bewaard.",
    remove: "Haal deze tekst weg",
    removeText: "De tekst gaat uit het verslag. U kunt hem later terugzetten.",
    copied: (p: { numbers: readonly number[] }) =>
      `U schreef woorden over uit bijdrage ${p.numbers.join(", ")}. Citeer liever met > #${p.numbers[0]}: dan verdwijnt het citaat als de schrijver het intrekt.`,
    missing: (p: { numbers: readonly number[] }) =>
      p.numbers.length === 1
        ? `Er is geen bijdrage ${p.numbers[0]}. Kijk het nummer na.`
        : `Deze bijdragen zijn er niet: ${p.numbers.join(", ")}. Kijk de nummers na.`,
    recognisable: (p: { numbers: readonly number[] }) =>
      `Wie bijdrage ${p.numbers.join(", ")} schreef, is misschien te herkennen: uit dat vakgebied kwamen minder dan vijf mensen uit dezelfde provincie of van hetzelfde soort partij. Bij het meelezen vragen we de schrijver of dit zo goed is.`,
    history: "Wat hier stond",
    historyNone: "Er is nog geen eerdere tekst.",
    historyLine: (p: { name: string; when: string; how: string }) => `${p.when}, ${p.name}: ${p.how}`,
    now: "nu",
    how: {
      write: "geschreven",
      auto: "vanzelf bewaard",
      restore: "teruggezet",
      remove: "weggehaald",
      "put-back": "weer opgenomen",
    },
    restore: "Zet deze tekst terug",
    restored: "De eerdere tekst staat er weer.",
    notation: "Zo schrijft u koppen, lijsten, citaten en cijfers",
    notationLines: [
      ["## Kop", "een kop; ### is een kleinere kop"],
      ["- punt", "een lijst; 1. is een genummerde lijst"],
      ["**vet** en *schuin*", "nadruk"],
      ["[woorden](https://…)", "een link"],
      ["> #47", "citeert bijdrage 47; de woorden worden opgehaald"],
      ["Een zin. [#12 #47]", "zet bijdragen 12 en 47 achter de zin"],
      ["Een zin. [#t-0a1b2c3d]", "zet een heel thema achter de zin"],
      ["Een zin. [-]", "de zin is geen bevinding"],
      ["{deelnemers}", "een cijfer dat geteld wordt"],
      ["| Wat | Wie |", "een rij van een tabel; de eerste rij is de kop"],
      ["{figuur themas}", "op een eigen regel: een figuur uit dit verslag"],
    ] as readonly (readonly [string, string])[],
    fields: "Cijfers die u kunt gebruiken",
    fieldName: "Veld",
    fieldNow: "Staat er nu",
  },
  claims: {
    heading: "Waar rust elke zin op?",
    lead: "Een zin die iets vaststelt, verwijst naar de bijdragen erachter. Kies ‘Zoek bijdragen’ om ze erachter te zetten.",
    none: "Er staan nog geen zinnen.",
    count: (p: { open: number; of: number }) =>
      p.of === 0 ? "Geen bevindingen." : `${p.of - p.open} van ${p.of} zinnen onderbouwd.`,
    standings: {
      grounded: "onderbouwd",
      weakened: "verzwakt",
      ungrounded: "niet onderbouwd",
      "states-nothing": "geen bevinding",
    },
    behind: (p: { voices: number; lost: number }) =>
      [voices(p.voices), p.lost > 0 ? `${p.lost} niet meer te lezen` : ""].filter(Boolean).join(", "),
    typed: "getypt cijfer: gebruik een veld",
    typedInTable: (p: { n: number }) =>
      p.n === 1
        ? "In een tabel staat een getypt cijfer. Gebruik een veld als het uit dit verslag komt."
        : `In tabellen staan ${p.n} getypte cijfers. Gebruik velden als ze uit dit verslag komen.`,
    unknown: (p: { name: string }) => `onbekend veld {${p.name}}`,
    find: "Zoek bijdragen",
    findFor: (p: { words: string }) => ` achter: ${p.words}`,
  },
  view: {
    table: (p: { heads: readonly string[] }) => (p.heads.length > 0 ? `Tabel: ${p.heads.join(", ")}` : "Tabel"),
    column: (p: { n: number }) => `Kolom ${p.n}`,
    voices: (p: { n: number }) => voices(p.n),
    voicesOf: (p: { n: number; words: string }) => `${voices(p.n)} achter: ${p.words}`,
    behind: (p: { n: number }) => `De stemmen achter deze tekst: ${voices(p.n)}`,
    lost: (p: { n: number }) =>
      p.n === 1
        ? "1 bijdrage hierachter is niet meer te lezen: ingetrokken, gewist of verborgen."
        : `${p.n} bijdragen hierachter zijn niet meer te lezen: ingetrokken, gewist of verborgen.`,
    noField: "Zonder vakgebied",
    back: "Terug naar de zin",
    quoteGone: "Hier stond een citaat. Wie het schreef, heeft het ingetrokken of gewist, of het is verborgen.",
    told: {
      people: (p: { n: number }) => people(p.n),
      contributions: (p: { n: number }) => voices(p.n),
      needs: (p: { n: number }) => (p.n === 1 ? "1 behoefte" : `${p.n} behoeften`),
      themes: (p: { n: number }) => (p.n === 1 ? "1 thema" : `${p.n} thema’s`),
      insights: (p: { n: number }) => (p.n === 1 ? "1 inzicht" : `${p.n} inzichten`),
      share: (p: { percent: number }) => `${p.percent}%`,
      "nearly-all": "vrijwel iedereen",
      withheld: "een aantal dat we niet noemen",
    },
  },
  from: {
    wie: "Uit de aanmeldingen en wie er was",
    nu: "Uit wat deelnemers schreven",
    nodig: "Uit de behoeften van deelnemers en de thema’s van het team",
    zwaarst: "Uit de stippen van deelnemers",
    praktijk: "Uit de praktijktoets",
    groepen: "Uit de notities van de deelgroepen",
    open: "Uit de praktijktoets, de aanmeldingen, de thema’s en het programma",
    at: (p: { from: string; at: string }) => `${p.from}. Stand van ${p.at}.`,
  },
};

/** What the organiser of the demo writes. Invented, like its people. */
export const dialogueTitle = "Veerkracht in de wijk";

export const callTexts = {
  lead: "U staat elke dag naast bewoners. U weet wat werkt, en waar het vastloopt. Daarom vragen we u: wat hebt ú nodig om uw werk goed te doen?",
  purpose: `Zo’n 700.000 mensen in Nederland wonen in een gebied waar veel van hen wordt gevraagd. Er komt een programma dat de mensen die daar werken blijvend steunt. Niet alleen met geld, maar met kennis die u kunt gebruiken en collega’s die willen meedoen.

Hoe dat programma eruitziet, staat nog niet vast. We beginnen met luisteren.`,
  background: `Er is al veel gedaan en geschreven. Uit werkbezoeken, gesprekken en een verkenning kwamen twaalf eerste inzichten. Die zijn nog niet getoetst. U kunt zeggen of ze kloppen in uw praktijk, onder welke voorwaarden, en wat er ontbreekt.

Ook horen we graag wat u in de huidige aanpak wilt houden, en wat er knelt.`,
  forWhom: `Voor professionals die werken in een wijk waar veel samenkomt. U hoeft niets voor te bereiden.

Werkt u bij een gemeente, een kennisinstelling of een maatschappelijke organisatie? Of bent u vrijwilliger of bewoner? Dan is er ook plek voor u.`,
  whatHappens: `Alles wat u inbrengt, krijgt een plek in het verslag, zonder uw naam. Bij elke zin in het verslag kunt u zien op welke inbreng hij steunt.

Als het verslag er is, krijgt u een mail. U ziet dan per bijdrage waar hij terecht is gekomen. Ook als iets niet is overgenomen, met de reden.`,
  owner: "Programmabureau Veerkrachtige Wijken",
  contact: "dialoog@veerkrachtige-wijken.example",
} as const;

export const sessionTitle = "Eerste bijeenkomst";
export const helpContact = "088 000 00 00";

export const organiser = { name: "Samira Bouzid", mail: "samira.bouzid@veerkrachtige-wijken.example" } as const;
/** Who leads may also organise: the links that the demo prints then open every page, whichever was used last. */
export const team = [
  { name: "Wout Heerema", mail: "wout.heerema@veerkrachtige-wijken.example", roles: ["facilitator", "organiser"] },
  {
    name: "Tomas Ruijter",
    mail: "tomas.ruijter@veerkrachtige-wijken.example",
    roles: ["note-taker", "facilitator", "organiser"],
  },
  { name: "Ilse Vonk", mail: "ilse.vonk@veerkrachtige-wijken.example", roles: ["analyst"] },
  { name: "Greetje Noordhof", mail: "greetje.noordhof@veerkrachtige-wijken.example", roles: ["observer"] },
] as const;

/** Whose seat is kept free for who looks on. */
export const guest = {
  name: "Robin van Dam",
  mail: "robin.vandam@voorbeeld.example",
  organisation: "Buurtwerk De Linde",
  function: "buurtwerker",
  party: "praktijk",
  field: "sociaal functioneren",
  area: { name: "Groningen", code: "GM0014" },
  brings: "Ik kijk vandaag mee, en vertel graag over ons buurthuis.",
  offers: "Een rondleiding in het buurthuis",
  looksFor: "Mensen die met bewoners een keuken runnen",
} as const;

/** Who takes over from a colleague. */
export const substitute = { name: "Mirthe Kooistra", mail: "mirthe.kooistra@voorbeeld.example" } as const;

export const report = {
  introduction: `Op deze ochtend spraken mensen uit zeven vakgebieden met elkaar: professionals, medeoverheden, kennisinstellingen, maatschappelijke organisaties, vrijwilligers en bewoners. Zij schreven op wat zij nodig hebben, en toetsten de eerste inzichten aan hun eigen praktijk.

Dit verslag laat zien wat er is gezegd, en hoe vaak dat werd herkend. Het weegt niet wie gelijk heeft. Wat hier staat, is het begin van het programma, en nog niet het programma zelf.`,
  conclusions: `Mensen vragen het vaakst om tijd en ruimte: om zelf te beslissen, om elkaar te kennen en om langer te blijven. Een nieuwe methodiek wordt weinig genoemd.

Over bijna elk inzicht is men het niet zonder meer eens. De voorwaarden die erbij zijn geschreven, zeggen meer dan de verdeling van de stemmen. Het programmabureau neemt die voorwaarden mee in het ontwerp.

Twee vragen blijven open: wie beslist als organisaties het niet eens worden, en wat er gebeurt als een project eindigt. Die leggen we voor in een volgende bijeenkomst.`,
} as const;

/** What works and what chafes, for the current approach; by whom is dealt. */
export const works = [
  "Elke maandagochtend een half uur met politie, school en wijkteam aan één tafel. Korte lijnen, geen verslag.",
  "De inloop in de huisartsenpraktijk: mensen komen voor hun knie en gaan weg met een afspraak over hun schulden.",
  "Bewoners die zelf de opening van het buurthuis draaien. Er komen mensen die bij ons nooit binnenkwamen.",
  "Eén budget van 500 euro waarover ik zelf mag beslissen.",
  "Dezelfde wijkagent, al zes jaar. Iedereen kent zijn nummer.",
  "Samen huisbezoeken doen: de corporatie belt aan, wij lopen mee.",
  "Taalles op school, met opvang voor de kleintjes ernaast.",
  "De ervaringsdeskundige in ons team. Zij hoort wat wij niet horen.",
  "Jongeren een sleutel geven van hun eigen ruimte.",
  "Een vaste straatcoach die ook op vrijdagavond werkt.",
  "Bellen met ouders als het goed gaat, en niet alleen als het misgaat.",
  "Portiekgesprekken met koffie. Het kost een tientje en je hoort alles.",
] as const;
export const chafes = [
  "Ieder jaar opnieuw subsidie aanvragen. In november weet ik nog niet of ik in januari werk heb.",
  "Vier systemen waarin ik hetzelfde gezin moet beschrijven.",
  "Wie mag wat delen? Niemand durft het te zeggen, dus delen we niets.",
  "Wachttijd van acht maanden voor wie nu hulp nodig heeft.",
  "Collega’s vertrekken na een jaar. Bewoners vertellen hun verhaal voor de zesde keer.",
  "Elk programma wil eigen cijfers. Ik ben een dag per week kwijt aan verantwoorden.",
  "Het loket is open als mensen werken.",
  "Brieven die ik zelf twee keer moet lezen.",
  "Bij schimmel wijst iedereen naar elkaar: huurder, verhuurder, gemeente.",
  "Er wordt over jongeren vergaderd om vier uur ’s middags. Dan zijn zij net uit school.",
  "Een pilot die goed ging, en toch stopte.",
  "De grens van de wijk is niet de grens van het probleem, wel die van het budget.",
] as const;
export const suggestions = [
  "Laat nieuwe collega’s een maand meelopen met wie al tien jaar in de wijk zit.",
  "Eén vast bedrag per wijk, voor tien jaar, en bewoners aan tafel bij de verdeling.",
  "Eén telefoonnummer voor professionals, met iemand die doorverbindt en terugbelt.",
  "Begin elk overleg met het verhaal van één bewoner.",
  "Spreek af welke drie cijfers er echt toe doen, en stop met de rest.",
  "Een leerkring van zes mensen uit zes organisaties, elke maand een ochtend.",
  "Zet het spreekuur waar mensen al komen: school, sportclub, supermarkt.",
  "Laat bewoners brieven lezen voordat ze de deur uitgaan.",
] as const;

/** What somebody adds who missed an insight. */
export const ownInsights = [
  "Wie nieuw begint in een wijk, moet eerst drie maanden meelopen voordat er iets verandert.",
  "Een buurt wordt sterker van wat er al goed gaat, en niet van nog een plan.",
] as const;

export const questionsForHelp = [
  "Het geluid valt steeds weg bij twee mensen.",
  "We weten niet goed of we ook over de regio mogen praten.",
] as const;

/** What comes of it: items of support, and an answer to every theme. */
export const programme = {
  items: [
    {
      title: "Vaste gezichten in zes wijken",
      kind: "people",
      themes: ["Samenwerking en regie tussen organisaties", "Vertrouwen in de overheid"],
      text: "In zes wijken werken drie mensen van drie organisaties ten minste vier jaar samen. Zij hebben één budget, en mogen zelf beslissen tot 500 euro per huishouden.",
      acts: "Het programmabureau, met zes gemeenten",
      indicator: "Bewoners noemen één vast contact, en weten hoe zij dat bereiken",
      steps: [
        { text: "Zes gemeenten zeggen toe mee te doen", days: -20, done: true },
        { text: "In alle zes wijken is het team begonnen", days: 75, done: false },
      ],
      why: "Dit is het vaakst gevraagd, uit alle zeven vakgebieden. De voorwaarde dat iemand mag beslissen, nemen we over.",
      went: [
        ["decide", "De stuurgroep heeft besloten om met zes wijken te beginnen."],
        ["start", "De eerste twee teams zijn begonnen. Zij hebben samen een kamer in het buurthuis."],
      ],
    },
    {
      title: "Mag ik dit delen? Een handreiking",
      kind: "knowledge",
      themes: ["Gegevens delen en privacy"],
      text: "Tien situaties uit de praktijk, met wat mag, wat niet mag en wat u aan de bewoner vraagt. Gemaakt met mensen uit de wijk en met juristen.",
      acts: "Het programmabureau",
      indicator: "Professionals vinden binnen twee minuten een antwoord",
      steps: [
        { text: "De tien situaties kiezen, met mensen uit de wijk", days: 14, done: false },
        { text: "De handreiking verschijnt", days: 110, done: false },
      ],
      why: "Veel mensen schreven dat zij uit angst te weinig delen. Een handreiking met situaties helpt meer dan een nieuwe regel.",
      went: [["decide", "De handreiking komt er. Wie mee wil schrijven, kan zich melden."]],
    },
    {
      title: "Eerst de woning: snelle aanpak van vocht en schimmel",
      kind: "money",
      themes: ["Onderhoud en kwaliteit van woningen"],
      text: "Woningcorporatie, gemeente en zorg leggen elk jaar samen geld apart. Een melding van een huisarts of wijkteam gaat voor.",
      acts: "Corporaties en gemeenten die meedoen",
      indicator: "Tussen melding en herstel zitten hoogstens zes weken",
      steps: [{ text: "Drie regio's geven antwoord", days: 30, done: false }],
      why: "Zonder droge woning helpt andere hulp weinig. Dat schreven mensen uit zorg en uit wonen allebei.",
      went: [["ask", "We vragen de corporaties in drie regio's of zij meedoen."]],
    },
    {
      title: "Taalles op school, met opvang ernaast",
      kind: "training",
      themes: ["Taal en geletterdheid", "Opvoedsteun en jonge gezinnen"],
      text: "Les in het gebouw waar de kinderen al zijn, onder schooltijd. De opvang van de kleintjes is betaald.",
      acts: "Scholen en taalhuizen, met vrijwilligers",
      indicator: "Ouders maken de cursus af",
      steps: [],
      why: "Dit werkt al op een aantal plekken. We helpen anderen om het over te nemen.",
      went: [],
    },
  ],
  answers: {
    "Schulden en bestaanszekerheid": {
      verdict: "later",
      reason: "Er loopt al een landelijk programma. We vragen in de volgende bijeenkomst wat daarin ontbreekt.",
    },
    "Toegang tot zorg en wachttijden": {
      verdict: "not",
      reason: "Over wachttijden beslissen verzekeraars en zorgaanbieders. We geven wat u schreef aan hen door.",
    },
    "Jongeren en perspectief": {
      verdict: "later",
      reason: "We willen dit samen met jongeren uitwerken. Dat begint in het voorjaar.",
    },
  },
} as const;

/** What participants say of the draft of the programme, and what changes by it. */
export const reactionsToItems = {
  /** The condition changes the first item. */
  condition: "Mits de drie dezelfde dag vrij hebben om samen te zitten. Anders blijven het drie losse mensen.",
  others: ["fits", "fits", "conditions", "fits", "not", "fits"],
  otherConditions: ["Als de wijk zelf mag meekiezen wie er komt.", "Mits het geld er ook na vier jaar nog is."],
  because: "U schreef dat samen zitten tijd vraagt. Daarom hebben de drie nu een vaste dag.",
  text: "In zes wijken werken drie mensen van drie organisaties ten minste vier jaar samen, met een vaste gezamenlijke dag per week. Zij hebben één budget, en mogen zelf beslissen tot 500 euro per huishouden.",
} as const;

/** What members of the network do in the weeks after. */
export const goingOn = {
  reactions: [
    "Wij zijn hier twee jaar geleden mee begonnen. Kom gerust een middag meekijken, dan vertel ik ook wat mislukte.",
    "Ik ken iemand die dit al doet. Zal ik u aan elkaar voorstellen?",
    "Bij ons liep dit via het buurthuis. Ik stuur u onze afspraken toe.",
  ],
  thanks: "Dank u wel. We hebben elkaar gesproken, en de eerste afspraak staat.",
  uses: [
    {
      fit: "conditions",
      text: "Bij ons werkt het, mits de huisarts het gesprek zelf begint. Anders voelt het als doorverwijzen.",
    },
    { fit: "fits", text: "Overgenomen in twee praktijken. De vaste persoon is inderdaad het belangrijkst." },
  ],
  group: {
    title: "Vaste gezichten: hoe houden we het vol?",
    about: "Voor wie in een wijk samenwerkt met andere organisaties. We wisselen uit wat helpt als iemand weggaat, en wat niet.",
    theme: "Samenwerking en regie tussen organisaties",
    people: 5,
    place: "Online, de link volgt",
    note: "Eerste vraag voor de bijeenkomst: wie neemt het over als een van de drie ziek is? Neem uw eigen afspraak mee.",
  },
  commitments: [
    {
      what: "Ik stuur onze afspraken over samen beslissen rond",
      withWhom: "het wijkteam",
      days: 10,
      kept: true,
      theme: "Samenwerking en regie tussen organisaties",
    },
    {
      what: "Ik vraag de corporatie om een vast nummer voor meldingen van vocht",
      withWhom: "de huisarts in de wijk",
      days: 25,
      kept: false,
      theme: "Onderhoud en kwaliteit van woningen",
    },
    {
      what: "Ik zoek een lokaal waar ouders onder schooltijd taalles kunnen krijgen",
      withWhom: "",
      days: 40,
      kept: false,
      theme: "Taal en geletterdheid",
    },
    {
      what: "Ik leg de tien situaties over gegevens delen voor aan onze jurist",
      withWhom: "",
      days: 18,
      kept: true,
      theme: "Gegevens delen en privacy",
    },
  ],
} as const;

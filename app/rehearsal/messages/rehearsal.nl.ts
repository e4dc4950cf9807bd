/** The page of the rehearsal. */
export const rehearsal = {
  title: "Repetitie",
  lead: "Loop de bijeenkomst een keer door voordat het echt is. De computer zorgt voor deelnemers die meedoen. U leidt, of u kijkt toe.",
  what: "Wat gebeurt er?",
  how: [
    "Er komt een kopie van de bijeenkomst, met het hele draaiboek. In de kopie zitten oefendeelnemers: zij nemen plaats, praten in tekst, schrijven, leggen behoeften samen, vragen het woord, stemmen en geven stippen. Laat u een thema een naam geven, dan stellen zij namen voor en kiezen.",
    "Na elk onderdeel gaat de klok vanzelf verder. U mag ook zelf op Volgende drukken, pauzeren, verlengen of mensen verplaatsen.",
    "Op elk scherm staat dat het een repetitie is.",
  ],
  notTitle: "Wat gebeurt er niet?",
  not: [
    "Niemand krijgt e-mail.",
    "Echte deelnemers merken er niets van.",
    "Niets uit de repetitie komt in de uitkomsten, de thema’s of het verslag.",
    "Er blijft niets bewaard. U wist de repetitie zelf, en anders gaat zij na een dag vanzelf weg. In het logboek staat alleen dat er een repetitie was.",
  ],
  begin: "Begin een repetitie",
  session: "Welke bijeenkomst?",
  speed: "Hoe snel?",
  speeds: (speed: number, minutes: number) =>
    speed === 1 ? `Gewoon tempo: ${lasts(minutes)}` : `${speed} keer zo snel: ${lasts(minutes)}`,
  people: "Hoeveel oefendeelnemers?",
  peopleHint: (least: number, most: number) => `Van ${least} tot ${most}.`,
  start: "Start de repetitie",
  none: "Er is nog geen bijeenkomst om te repeteren.",
  noneText: "Plan eerst een bijeenkomst en maak het draaiboek.",
  plan: "Naar het draaiboek",
  on: {
    lobby: "De oefendeelnemers zitten in de wachtruimte. Over enkele seconden begint het eerste onderdeel.",
    live: (at: number, of: number, title: string) => `Bezig met onderdeel ${at} van ${of}: ${title}.`,
    over: "De repetitie is afgelopen. U kunt alles nog bekijken tot u haar wist.",
  },
  about: (title: string, speed: number, people: number) =>
    `${title}, ${speed === 1 ? "in gewoon tempo" : `${speed} keer zo snel`}, met ${people} oefendeelnemers.`,
  goesAt: (when: string) => `Alles wordt vanzelf gewist op ${when}.`,
  open: "Bekijk de schermen",
  cockpit: "Open de cockpit",
  screen: "Open het projectiescherm",
  seat: "Kijk als deelnemer",
  seatHint: "Er is een vrije plek. Maak er een link voor, en open die op uw telefoon of in een privévenster.",
  seatButton: "Maak een link voor de vrije plek",
  seatLink: "Link naar de vrije plek",
  stopTitle: "Stoppen en wissen",
  stop: "Stop de repetitie",
  erase: "Wis de repetitie",
  eraseHint: "Wissen kan altijd, ook als de repetitie nog bezig is. Het is meteen weg.",
  refresh: "Ververs deze pagina",
  errors: {
    bijeenkomst: { session: "Kies een bijeenkomst." },
    tempo: { speed: "Kies een tempo." },
    aantal: { people: "Kies een getal van 6 tot 60." },
  },
  refused: {
    "no-steps": "Deze bijeenkomst heeft nog geen draaiboek. Maak dat eerst.",
    "too-many": "Er lopen nu al drie repetities op deze server. Probeer het later nog eens.",
    missing: "Deze bijeenkomst is er niet meer. Kies een andere.",
  },
  erased: "De repetitie is gewist.",
  link: "Repetitie",
};

function lasts(minutes: number): string {
  if (minutes < 60) return `ongeveer ${minutes} ${minutes === 1 ? "minuut" : "minuten"}`;
  const rest = minutes % 60;
  return `ongeveer ${Math.floor(minutes / 60)} uur${rest > 0 ? ` en ${rest} ${rest === 1 ? "minuut" : "minuten"}` : ""}`;
}

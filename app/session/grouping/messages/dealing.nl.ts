const groups = (n: number) => (n === 1 ? "1 deelgroep" : `${n} deelgroepen`);
const pairs = (n: number) => (n === 1 ? "1 paar" : `${n} paren`);
const people = (n: number) => (n === 1 ? "1 persoon" : `${n} mensen`);
const forced = (yes: boolean) => (yes ? " Met deze mensen kan het niet anders." : "");

/** How well groups are mixed, and what could not be had. */
export const dealing = {
  /** again: pairs that meet again, null when that is not known */
  quality: (p: { groups: number; least: number; most: number; fields: string; again: number | null }) =>
    `${
      p.groups === 1
        ? `Er is één deelgroep van ${people(p.most)}, uit ${p.fields} vakgebieden`
        : `Elke deelgroep heeft ${p.least === p.most ? people(p.most) : p.most - p.least === 1 ? `${p.least} of ${people(p.most)}` : `${p.least} tot ${people(p.most)}`} uit gemiddeld ${p.fields} vakgebieden`
    }${p.again === null ? "" : p.again === 0 ? "; niemand ontmoet dezelfde persoon opnieuw" : `; ${pairs(p.again)} ${p.again === 1 ? "ontmoet" : "ontmoeten"} elkaar opnieuw`}.`,
  gaveWay: {
    together: (p: { times: number; forced: boolean }) =>
      `${people(p.times)} ${p.times === 1 ? "zit" : "zitten"} niet bij wie ze bij elkaar wilden houden.${p.forced ? " Zij zijn met meer dan er in een deelgroep passen." : ""}`,
    apart: (p: { times: number; forced: boolean }) =>
      `${pairs(p.times)} ${p.times === 1 ? "zit" : "zitten"} toch in één deelgroep.${p.forced ? " Er is maar één deelgroep." : ""}`,
    "text-only": (p: { times: number; forced: boolean }) =>
      `In ${groups(p.times)} doet één persoon alleen in tekst mee.${p.forced ? " Er is niemand anders die in tekst meedoet." : ""}`,
    dutch: (p: { times: number; forced: boolean }) =>
      `In ${groups(p.times)} zit niemand die Nederlands schrijft.${p.forced ? " Daarvoor zijn er te weinig mensen die Nederlands schrijven." : ""}`,
    locked: (p: { times: number; forced: boolean }) =>
      `${people(p.times)} ${p.times === 1 ? "kon" : "konden"} niet op de vastgezette plek blijven.${p.forced ? " Die deelgroep is er niet meer." : ""}`,
    organisation: (p: { times: number; forced: boolean }) =>
      `${pairs(p.times)} van één organisatie ${p.times === 1 ? "zit" : "zitten"} bij elkaar.${forced(p.forced)}`,
    met: (p: { times: number; forced: boolean }) =>
      `${pairs(p.times)} ${p.times === 1 ? "ontmoet" : "ontmoeten"} elkaar opnieuw.${forced(p.forced)}`,
  },
  page: {
    title: "Deelgroepen",
    lead: "Wie waar zit, per onderdeel. U kunt vooraf een voorstel maken en bijstellen. Doet u niets, dan delen we in zodra het onderdeel begint.",
    steps: "Onderdeel",
    step: (p: { number: number; title: string }) => `${p.number}. ${p.title}`,
    none: "Geen onderdeel maakt deelgroepen",
    noneText: "Zet in het draaiboek een onderdeel in deelgroepen. Dan deelt u hier in.",
    states: { none: "nog geen voorstel", proposed: "voorstel", dealt: "ingedeeld" },
    kinds: {
      none: "",
      keep: "",
      new: "Gemengd: zo veel mogelijk verschillende vakgebieden, partijen en gebieden bij elkaar, en geen twee van één organisatie.",
      double: "De deelgroepen van hiervoor schuiven twee aan twee bij elkaar.",
      field: "Per vakgebied.",
      area: "Per gebied.",
      theme: "Mensen kiezen zelf een onderwerp.",
    },
    notYet: (p: { here: number; away: number }) =>
      p.here === 0
        ? "Er is nog niemand. Een voorstel gaat nu uit van iedereen die een plek heeft."
        : `Een voorstel gaat uit van wie er nu is: ${people(p.here)}.${p.away > 0 ? ` ${people(p.away)} met een plek ${p.away === 1 ? "is" : "zijn"} er niet.` : ""}`,
    passedBy: "Dit onderdeel is voorbij, zonder eigen deelgroepen.",
    choosing: "Mensen kiezen nu een onderwerp.",
    willChoose: "Zodra dit onderdeel begint, kiezen mensen een onderwerp.",
    away: (p: { n: number }) =>
      `${people(p.n)} met een plek ${p.n === 1 ? "is" : "zijn"} er nu niet. Wie later komt, krijgt een stoel bij de kleinste deelgroep.`,
    propose: "Maak een voorstel",
    again: "Deel opnieuw in rond wat vaststaat",
    show: "Laat iedereen zien waar die heen gaat",
    isShown: "Iedereen ziet nu waar die heen gaat, en met wie. Het voorstel gaat in zodra het onderdeel begint.",
    taken:
      "Dit gaat in zodra het onderdeel begint. Wie er dan niet is, valt weg; wie er dan bij is, krijgt een stoel. Tien seconden ervoor ziet iedereen waar die heen gaat.",
    discard: "Gooi het voorstel weg",
    repair: "Maak de deelgroepen heel",
    repairText: (p: { moves: number; unseated: number }) =>
      [
        p.unseated > 0 ? `${people(p.unseated)} ${p.unseated === 1 ? "heeft" : "hebben"} nog geen stoel.` : "",
        p.moves > p.unseated
          ? `${people(p.moves - p.unseated)} ${p.moves - p.unseated === 1 ? "verhuist" : "verhuizen"}, zodat elke deelgroep 3 tot 8 mensen heeft.`
          : "",
      ]
        .filter(Boolean)
        .join(" "),
    seatRest: "Geef hun een plek",
    seatRestText: (p: { n: number }) => `${people(p.n)} ${p.n === 1 ? "koos" : "kozen"} nog geen onderwerp.`,
    undo: "Maak ongedaan",
    wishes: (p: { n: number }) => (p.n === 1 ? "1 wens voor elke indeling" : `${p.n} wensen voor elke indeling`),
    wish: {
      together: (p: { a: string; b: string }) => `${p.a} en ${p.b} blijven bij elkaar.`,
      apart: (p: { a: string; b: string }) => `${p.a} en ${p.b} zitten niet bij elkaar.`,
    },
    noWish: "Haal weg",
    groups: "Deelgroepen met hun mensen",
    group: (p: { number: number }) => `Deelgroep ${p.number}`,
    people: (p: { n: number }) => people(p.n),
    personAt: (p: { name: string; number: number }) => `${p.name}, deelgroep ${p.number}`,
    someone: "iemand zonder naam",
    locked: "vast",
    lock: "Zet vast",
    unlock: "Maak los",
    lockHint: "Wie vaststaat, blijft zitten als u opnieuw indeelt of heelmaakt.",
    lockGroup: "Zet vast",
    unlockGroup: "Maak los",
    moveTo: "Andere deelgroep",
    move: "Verplaats",
    swapWith: "Ruil van plek met",
    swap: "Ruil",
    choose: "Kies",
    wishWith: "Bij elkaar of uit elkaar",
    wishHint: "Geldt vanaf de volgende indeling, zoals voor een tolk en wie de tolk nodig heeft.",
    keepTogether: "Houd bij elkaar",
    keepApart: "Houd uit elkaar",
  },
};

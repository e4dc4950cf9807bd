interface Amount {
  readonly least: number;
  readonly most: number;
  readonly of: number;
}
interface Share {
  readonly share: number;
  readonly nearly?: "all" | "none";
}
type Sides = { more: string; less: string; ofMore: Amount | Share; ofLess: Amount | Share };

/** Where only "nearly everybody" may be told, no number is said. */
const amount = ({ least, most, of }: Amount) =>
  least === most
    ? least === of
      ? `alle ${of} mensen`
      : `${least} van de ${of} mensen`
    : most === of
      ? `vrijwel alle ${of} mensen`
      : `vrijwel niemand van de ${of} mensen`;

/** Of a group only the share is said. */
const said = (p: Amount | Share) =>
  "of" in p
    ? amount(p)
    : p.nearly
      ? p.nearly === "all"
        ? "vrijwel iedereen"
        : "vrijwel niemand"
      : `${Math.round(p.share * 100)}%`;

/** The verdict of the practice check, in one sentence. */
export const verdict = {
  status: {
    "too-few": "Nog te weinig antwoorden",
    contested: "Hierover verschillen mensen",
    "does-not-hold": "Past niet in de praktijk",
    confirmed: "Bevestigd door de praktijk",
    "under-conditions": "Past onder voorwaarden",
    undecided: "Nog niet beslist",
  },
  holdsMostly: "Past bij de meesten",
  sentence: {
    veryFew: (p: { needed: number }) =>
      `Minder dan vijf mensen zeiden of dit in hun praktijk past; voor een oordeel zijn er minstens ${p.needed} nodig.`,
    tooFew: (p: { people: number; more: number }) =>
      `${p.people} mensen zeiden of dit in hun praktijk past; voor een oordeel zijn er minstens ${p.more} meer nodig.`,
    noField: (p: { people: number }) =>
      `${p.people} mensen zeiden of dit in hun praktijk past, maar uit geen enkel vakgebied waren dat er vijf of meer.`,
    contested: (p: Sides) =>
      `Bij ${p.more} past dit veel vaker (bij ${said(p.ofMore)}) dan bij ${p.less} (bij ${said(p.ofLess)}).`,
    "does-not-hold": (p: { not: Amount }) => `Bij ${amount(p.not)} past dit niet in de praktijk.`,
    confirmed: (p: { fits: Amount }) => `Bij ${amount(p.fits)} past dit in de praktijk, zonder voorwaarden.`,
    "under-conditions": (p: { holds: Amount; conditions: Amount }) =>
      p.conditions.least === p.conditions.most
        ? `Bij ${amount(p.holds)} past dit in de praktijk, bij ${p.conditions.least} van hen alleen onder voorwaarden.`
        : `Bij ${amount(p.holds)} past dit in de praktijk, al dan niet onder voorwaarden.`,
    holdsMostly: (p: { holds: Amount }) =>
      `Bij ${amount(p.holds)} past dit in de praktijk, maar dat is nog niet zeker genoeg om het bevestigd te noemen.`,
    undecided: (p: { fits: Amount; conditions: Amount; not: Amount }) =>
      `Bij ${amount(p.fits)} past dit, bij ${p.conditions.most} onder voorwaarden en bij ${p.not.most} niet: dat wijst geen duidelijke kant op.`,
  },
  named: "Vaakst genoemd als voorwaarde:",
  missing: (p: { fields: string }) => `Nog niet gehoord (minder dan vijf mensen): ${p.fields}.`,
  forSome: "Veel mensen laten dit over aan een ander vakgebied: het gaat vooral over het werk van sommigen.",
  group: (p: { letter: string }) => `meningsgroep ${p.letter}`,
  thresholds: {
    title: "Hoe we tot dit oordeel komen",
    text: (p: { fits: number; difference: number; not: number; confirmed: number; holds: number }) =>
      `We oordelen vanaf ${p.fits} antwoorden, met uit minstens één vakgebied vijf of meer. We kijken eerst of twee vakgebieden, soorten partijen of meningsgroepen minstens ${p.difference} procentpunt verschillen. Daarna: past niet vanaf ${p.not}%, bevestigd vanaf ${p.confirmed}% zonder voorwaarden, past onder voorwaarden vanaf ${p.holds}% met de voorwaarden meegeteld. De marge (95%) telt mee.`,
  },
};

const groups = (n: number) => (n === 1 ? "1 deelgroep" : `${n} deelgroepen`);
const pairs = (n: number) => (n === 1 ? "1 paar" : `${n} paren`);
const people = (n: number) => (n === 1 ? "1 mens" : `${n} mensen`);
const forced = (yes: boolean) => (yes ? " Met deze mensen kan het niet anders." : "");

/** How well groups are mixed, and what could not be had. */
export const dealing = {
  gaveWay: {
    together: (p: { times: number; forced: boolean }) =>
      `${people(p.times)} ${p.times === 1 ? "zit" : "zitten"} niet bij wie ze bij elkaar wilden houden.${p.forced ? " Zij zijn met meer dan er in een deelgroep passen." : ""}`,
    apart: (p: { times: number; forced: boolean }) =>
      `${pairs(p.times)} ${p.times === 1 ? "zit" : "zitten"} toch in één deelgroep.${p.forced ? " Er is maar één deelgroep." : ""}`,
    "text-only": (p: { times: number; forced: boolean }) =>
      `In ${groups(p.times)} doet één mens alleen in tekst mee.${p.forced ? " Er is niemand anders die in tekst meedoet." : ""}`,
    dutch: (p: { times: number; forced: boolean }) =>
      `In ${groups(p.times)} zit niemand die Nederlands schrijft.${p.forced ? " Daarvoor zijn er te weinig mensen die Nederlands schrijven." : ""}`,
    locked: (p: { times: number; forced: boolean }) =>
      `${people(p.times)} ${p.times === 1 ? "kon" : "konden"} niet op de vastgezette plek blijven.${p.forced ? " Die deelgroep is er niet meer." : ""}`,
    organisation: (p: { times: number; forced: boolean }) =>
      `${pairs(p.times)} van één organisatie ${p.times === 1 ? "zit" : "zitten"} bij elkaar.${forced(p.forced)}`,
    met: (p: { times: number; forced: boolean }) =>
      `${pairs(p.times)} ${p.times === 1 ? "ontmoet" : "ontmoeten"} elkaar opnieuw.${forced(p.forced)}`,
  },
};

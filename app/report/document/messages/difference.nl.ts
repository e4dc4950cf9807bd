import { edition } from "../../publish/edition.ts";

const listed = (all: readonly (string | number)[]) => new Intl.ListFormat("nl", { type: "conjunction" }).format(all.map(String));
const quoted = (names: readonly string[]) => listed(names.map((name) => `‘${name}’`));

/** What the draft says that the last version did not. */
export const difference = {
  heading: (p: { n: number }) => `Wat er anders is dan in versie ${edition(p.n)}`,
  same: "Nog niets: een nieuwe versie zou hetzelfde zeggen.",
  seen: {
    heading: "Blijf zien wat er verandert",
    never: "Leg vast wat de gegevens nu zeggen. Wat daarna verandert, leest u dan hier. Uw teksten blijven zoals ze zijn.",
    first: "Leg deze stand vast",
    since: (p: { at: string }) => `Wat er veranderde sinds ${p.at}`,
    same: "Niets: het verslag zegt nog hetzelfde.",
    again: "Gezien: ga uit van de stand van nu",
  },
  people: (p: { before: number; now: number }) => `Mensen die meededen: eerst ${p.before}, nu ${p.now}.`,
  came: (p: { n: number }) => (p.n === 1 ? "1 bijdrage kwam erbij." : `${p.n} bijdragen kwamen erbij.`),
  went: (p: { n: number }) => (p.n === 1 ? "1 bijdrage ging weg." : `${p.n} bijdragen gingen weg.`),
  newThemes: (p: { names: readonly string[] }) => `Nieuw als thema: ${quoted(p.names)}.`,
  goneThemes: (p: { names: readonly string[] }) => `Geen thema meer: ${quoted(p.names)}.`,
  renamed: (p: { before: string; now: string }) => `Thema ‘${p.before}’ heet nu ‘${p.now}’.`,
  moved: (p: { n: number }) =>
    p.n === 1 ? "1 behoefte staat bij een ander thema." : `${p.n} behoeften staan bij een ander thema.`,
  newInsights: (p: { numbers: readonly number[] }) => `Nieuw getoetst: inzicht ${listed(p.numbers)}.`,
  goneInsights: (p: { numbers: readonly number[] }) => `Niet meer in het verslag: inzicht ${listed(p.numbers)}.`,
  reworded: (p: { numbers: readonly number[] }) => `Anders geschreven: inzicht ${listed(p.numbers)}.`,
  added: (p: { n: number }) => (p.n === 1 ? "1 tekst van het team kwam erbij." : `${p.n} teksten van het team kwamen erbij.`),
  changed: (p: { n: number }) =>
    p.n === 1 ? "1 tekst van het team is gewijzigd." : `${p.n} teksten van het team zijn gewijzigd.`,
  gone: (p: { n: number }) => (p.n === 1 ? "1 tekst van het team ging weg." : `${p.n} teksten van het team gingen weg.`),
};

/** All contributions that a report points at, on pages of their own. */
export const appendix = {
  title: "Alle bijdragen",
  pageTitle: (p: { title: string; of: string }) => `${p.title}: ${p.of}`,
  lead: (p: { version: string }) => `De bijdragen waarnaar versie ${p.version} van het verslag verwijst.`,
  conditions: (p: { n: number }) => `Voorwaarden bij inzicht ${p.n}`,
  examples: (p: { n: number }) => `Tegenvoorbeelden bij inzicht ${p.n}`,
  behind: "De stemmen achter een zin",
  range: (p: { from: number; to: number; of: number }) =>
    p.of === 0 ? "Er staan geen bijdragen in deze lijst." : `Bijdrage ${p.from} tot en met ${p.to} van ${p.of}.`,
  order: { number: "Op nummer.", report: "In de volgorde van het verslag." },
  number: "Nummer van een bijdrage",
  find: "Ga naar de bijdrage",
  missing: (p: { number: string }) =>
    `‘${p.number}’ staat niet in dit verslag. Vul het nummer van een bijdrage uit het verslag in.`,
  back: "Terug naar het verslag",
  all: "Alle bijdragen op nummer",
  next: "Volgende bijdragen",
  previous: "Vorige bijdragen",
  theme: "Thema",
  thread: "Volg de draad",
  threadOf: (p: { n: number }) => ` van bijdrage ${p.n}`,
};

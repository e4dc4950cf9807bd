/** What makes a sentence hard to read for many. */
export const readability = {
  summary: (p: { n: number; of: number }) =>
    p.n === 0
      ? "Leesbaarheid: geen moeilijke zinnen gevonden"
      : `Leesbaarheid: ${p.n} van de ${p.of} ${p.of === 1 ? "zin" : "zinnen"} ${p.n === 1 ? "kan" : "kunnen"} eenvoudiger`,
  allPlain: "Elke zin is kort en actief, en er staan geen kantoorwoorden in die wij kennen.",
  long: (p: { n: number }) => `${p.n} woorden: maak er twee zinnen van.`,
  passive: (p: { found: string }) => `“${p.found}”: zeg wie het doet.`,
  compound: (p: { found: string }) => `“${p.found}” is een lang woord: haal het uit elkaar.`,
  office: (p: { found: string; plain: string }) => `“${p.found}”: liever “${p.plain}”.`,
  how: "Dit zijn aanwijzingen volgens vaste regels (korter dan 16 woorden, actief, gewone woorden). U beslist.",
};

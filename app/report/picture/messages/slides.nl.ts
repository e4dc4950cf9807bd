/** Each theme on a page of its own, to show or to print. */
export const slides = {
  title: (p: { title: string }) => `Thema’s als dia: ${p.title}`,
  link: "Eén dia per thema, en figuren",
  how: "Elk thema staat op een eigen bladzijde. Druk de pagina af, of bewaar hem als PDF, en u hebt uw dia’s. Onderaan staan figuren voor een krant of een presentatie.",
  png: (p: { name: string }) => `Dia ‘${p.name}’ als PNG`,
  figures: "Figuren om over te nemen",
  figuresHow: "Elke figuur noemt haar bron. U mag haar overnemen zoals zij is.",
  form: { svg: "SVG, voor drukwerk", png: "PNG" },
  themes: "Mensen achter elk thema",
  withheld: "‘Niet getoond’: minder dan vijf mensen, of een getal waaruit zo’n klein aantal is af te leiden.",
  judged: (p: { n: number }) => `${p.n} mensen gaven hun oordeel.`,
  pressSource: (p: { title: string; version: string; address: string; licence: string }) =>
    `Bron: verslag ‘${p.title}’, versie ${p.version}, ${p.address}. Licentie: ${p.licence}.`,
  back: "Terug naar het verslag",
  none: "Er zijn nog geen thema’s.",
  source: (p: { address: string; version: string; n: number; of: number }) =>
    `Bron: ${p.address}, versie ${p.version}. Dia ${p.n} van ${p.of}.`,
};

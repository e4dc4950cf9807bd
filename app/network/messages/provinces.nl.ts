/** Where members work, by province. */
export const provinces = {
  title: "Kaart van provincies",
  reading: "Hoe donkerder, hoe meer leden er hun gebied laten zien. Kies een provincie om hun kaarten te zien.",
  caption: "Leden per provincie",
  province: "Provincie",
  people: "Leden die hun gebied laten zien",
  few: "minder dan vijf",
  atLeast: (p: { n: number }) => `${p.n === 5 ? "vijf" : p.n} of meer`,
  how: "De tegels liggen ongeveer zoals de provincies. Aantallen staan er in stappen, en in de volgorde van de lijst: geen provincie staat hoger dan een andere.",
};

/** Each theme on a page of its own, to show or to print. */
export const slides = {
  title: (p: { title: string }) => `Thema’s als dia: ${p.title}`,
  link: "Eén dia per thema",
  how: "Elk thema staat op een eigen bladzijde. Druk de pagina af, of bewaar hem als PDF, en u hebt uw dia’s.",
  back: "Terug naar het verslag",
  none: "Er zijn nog geen thema’s.",
  source: (p: { address: string; version: string; n: number; of: number }) =>
    `Bron: ${p.address}, versie ${p.version}. Dia ${p.n} van ${p.of}.`,
};

/** When what of the programme happens. */
export const timeline = {
  heading: "Tijdlijn",
  says: (p: { steps: number; done: number; late: number }) =>
    [
      p.steps === 1 ? "Er is 1 stap met een dag." : `Er zijn ${p.steps} stappen met een dag.`,
      p.done === 0
        ? "Daarvan is er nog geen gedaan."
        : p.done === 1
          ? "Daarvan is er 1 gedaan."
          : `Daarvan zijn er ${p.done} gedaan.`,
      p.late === 0 ? "" : p.late === 1 ? "Bij 1 stap is de dag voorbij." : `Bij ${p.late} stappen is de dag voorbij.`,
    ]
      .filter(Boolean)
      .join(" "),
  item: (p: { n: number; title: string }) => `${p.n}. ${p.title}`,
  moved: (p: { state: string }) => `Nieuwe stand: ${p.state}`,
  standing: { done: "gedaan", ahead: "nog te doen", late: "dag voorbij", moved: "nieuwe stand" },
  today: "vandaag",
  table: "Lees de tijdlijn als tabel",
  caption: "Wat wanneer gebeurt",
  day: "Dag",
  what: "Wat",
  of: "Bij punt",
  how: "Hoe staat het",
};

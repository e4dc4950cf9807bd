/** The network by its fields, in which nobody is singled out. */
export const picture = {
  title: "Beeld van het netwerk",
  reading: (p: { n: number }) =>
    p.n === 1
      ? "Tussen één paar vakgebieden schreven vijf of meer mensen elkaar. Dat is een draad in het beeld."
      : `Tussen ${p.n} paren vakgebieden schreven vijf of meer mensen elkaar. Elk paar is een draad in het beeld.`,
  noTies: "Tussen geen twee vakgebieden schreven al vijf of meer mensen elkaar. Draden verschijnen zodra dat zo is.",
  fields: "Vakgebieden, hoeveel leden ze laten zien, en met welke vakgebieden ze in contact zijn",
  field: "Vakgebied",
  people: "Leden",
  ties: "In contact met",
  few: "minder dan vijf",
  atLeast: (p: { n: number }) => `${p.n === 5 ? "vijf" : p.n} of meer`,
  tie: (p: { name: string; n: number }) => `${p.name} (${p.n === 5 ? "vijf" : p.n} of meer mensen)`,
  none: "nog geen draad",
  how: "Alleen leden die hun vakgebied aan leden laten zien, tellen mee. Aantallen staan er in stappen: vanaf vijf, vijftien en vijftig. Niemand is hierin te vinden, en geen vakgebied staat hoger dan een ander.",
};

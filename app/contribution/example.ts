/** For which field there is an example of a need; a field with a name of the organiser's own has a general one. */
const words = {
  housing: /\b(wonen|woning|housing)/,
  work: /\b(werk|inkomen|work|income)/,
  schooling: /\b(scholing|school|onderwijs|education)/,
  safety: /\b(veiligheid|safety)/,
  upbringing: /\b(opvoed|opvoeding|upbringing|parenting)/,
  care: /\b(zorg|hulpverlening|care\b)/,
  belonging: /\b(sociaal|inclusie|social|inclusion)/,
} as const;
export type ExampleKey = keyof typeof words | "general";

export function exampleFor(field: string): ExampleKey {
  const name = field.toLowerCase();
  return (Object.keys(words) as (keyof typeof words)[]).find((key) => words[key].test(name)) ?? "general";
}

/** How somebody chose to be shown to others: with name, by what they do, or without either ("" then). */
export type ShownAs = "full" | "function" | "none";

export function nameShown(person: { readonly name: string; readonly function: string; readonly shownAs: ShownAs }): string {
  if (person.shownAs === "none") return "";
  return person.shownAs === "full" ? person.name : person.function;
}

/** Letters that stand for themes on the keyboard; the others are commands: L later, N new, P previous, S split, Z undo. */
const letters = [..."ABCDEFGHIJKMOQRTUVWXY"];

/** The letter of the theme at this place in the list; beyond the letters there is only the list to choose from. */
export function letterOf(at: number): string | null {
  return letters[at] ?? null;
}

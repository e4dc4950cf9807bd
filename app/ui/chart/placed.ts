type Words = Readonly<Record<string, string | readonly string[] | null | undefined>>;
interface Piece {
  readonly typed: boolean;
  readonly text: string;
}

/** The first of the signs that stand where typed words come: for private use, so no keyboard makes them. */
const first = 0xe000;

/** A sentence in pieces: which were typed, and which are of who says it. What is empty is said as it is. */
export function placed<W extends Words>(words: W, say: (words: W) => string): Piece[] {
  const typed: string[] = [];
  const place = (text: string) => (text === "" ? text : String.fromCharCode(first + typed.push(text) - 1));
  const held = Object.fromEntries(
    Object.entries(words).map(([name, value]) => [
      name,
      typeof value === "string" ? place(value) : Array.isArray(value) ? value.map(place) : value,
    ]),
  ) as W;
  return say(held)
    .split(/([\ue000-\uf8ff])/)
    .filter((text) => text !== "")
    .map((text) => {
      const own = typed[text.charCodeAt(0) - first];
      return own === undefined ? { typed: false, text } : { typed: true, text: own };
    });
}

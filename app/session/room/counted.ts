interface Words<L> {
  readonly limit: L;
  readonly left: string;
  readonly leftOne: string;
  readonly over: string;
  readonly overOne: string;
}

/** The limit of a field and the words that count towards it. */
export function counted(words: Words<(p: { n: number }) => string>, max: number): { max: number; count: Words<string> } {
  return { max, count: { ...words, limit: words.limit({ n: max }) } };
}

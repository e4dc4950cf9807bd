/** What an item holds that goes along when it merges or splits. */
export interface Holding<Step = unknown> {
  /** Empty: everybody. */
  readonly fields: readonly string[];
  readonly parties: readonly string[];
  readonly areas: readonly string[];
  readonly themes: readonly string[];
  readonly claims: readonly string[];
  readonly steps: readonly Step[];
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
/** Who is for everybody stays for everybody. */
const forWhom = (a: readonly string[], b: readonly string[]): string[] => (a.length === 0 || b.length === 0 ? [] : union(a, b));

/** All that two items held, in one. */
export const mergeHoldings = <Step>(into: Holding<Step>, from: Holding<Step>): Holding<Step> => ({
  fields: forWhom(into.fields, from.fields),
  parties: forWhom(into.parties, from.parties),
  areas: forWhom(into.areas, from.areas),
  themes: union(into.themes, from.themes),
  claims: union(into.claims, from.claims),
  steps: [...into.steps, ...from.steps],
});

/** What of an item goes to the new one; steps by their place. */
export interface Apart {
  readonly themes: readonly string[];
  readonly claims: readonly string[];
  readonly steps: readonly number[];
}

/** Each theme, finding and step is in one of the two afterwards; for whom it is holds for both. */
export function splitHolding<Step>(
  from: Holding<Step>,
  apart: Apart,
): { readonly left: Holding<Step>; readonly off: Holding<Step> } {
  const part = (goes: boolean): Holding<Step> => ({
    fields: from.fields,
    parties: from.parties,
    areas: from.areas,
    themes: from.themes.filter((id) => apart.themes.includes(id) === goes),
    claims: from.claims.filter((id) => apart.claims.includes(id) === goes),
    steps: from.steps.filter((_, at) => apart.steps.includes(at) === goes),
  });
  return { left: part(false), off: part(true) };
}

interface Link {
  readonly id: string;
  readonly mergedInto: string | null;
}

/** Where an item went on: itself, or the last that it went into. */
export function goesOnAs<T extends Link>(items: ReadonlyMap<string, T>, id: string): T | undefined {
  let found = items.get(id);
  for (let steps = 0; found?.mergedInto && steps <= items.size; steps++) found = items.get(found.mergedInto);
  return found;
}

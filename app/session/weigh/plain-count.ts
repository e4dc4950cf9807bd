import { type Marked, type Option, supportOf } from "./marked.ts";

/** The options that most people marked; of equal ones the one that came first [SL6]. */
export function plainCount(of: Marked, length: number): Option[] {
  const support = supportOf(of);
  return of.options
    .filter(({ id }) => (support.get(id) ?? 0) > 0)
    .toSorted((a, b) => (support.get(b.id) ?? 0) - (support.get(a.id) ?? 0) || a.number - b.number)
    .slice(0, length);
}

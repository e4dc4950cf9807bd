/**
 * Keeps what was made under a name that says all of what it was made from, so that it never shows anything else. What was asked for
 * longest ago goes first; what failed is not kept.
 */
export function keeper<T>(most: number): (name: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (name, make) => {
    const made = kept.get(name) ?? make();
    kept.delete(name);
    kept.set(name, made);
    made.catch(() => {
      if (kept.get(name) === made) kept.delete(name);
    });
    if (kept.size > most) kept.delete(kept.keys().next().value ?? "");
    return made;
  };
}

/** LRU cache of promises, keyed by content: the key says all of what the value was made from. Rejected promises are dropped. */
export function lruCache<T>(maxEntries: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const entries = new Map<string, Promise<T>>();
  return (key, make) => {
    const made = entries.get(key) ?? make();
    entries.delete(key);
    entries.set(key, made);
    made.catch(() => {
      if (entries.get(key) === made) entries.delete(key);
    });
    if (entries.size > maxEntries) entries.delete(entries.keys().next().value ?? "");
    return made;
  };
}

/** Reads from a database, or within a transaction. */
type Read<D extends object, K extends readonly unknown[], T> = (db: D, ...about: K) => Promise<T>;

interface Line<T> {
  readonly reading: Promise<T>;
  next: Promise<T> | null;
}

/**
 * One answer for all who ask the same at once, as a hall does when a step begins. Who asks while it is being read waits for the next
 * reading: what anybody gets was read after they asked. The answer is everybody's: nobody may change it.
 * @param read what it is about must be told by values, since these make two questions the same
 */
export function shared<D extends object, K extends readonly unknown[], T>(read: Read<D, K, T>): Read<D, K, T> {
  const linesOf = new WeakMap<D, Map<string, Line<T>>>();

  function begin(lines: Map<string, Line<T>>, key: string, db: D, about: K): Promise<T> {
    const line: Line<T> = { reading: read(db, ...about), next: null };
    lines.set(key, line);
    const over = () => {
      if (line.next === null) lines.delete(key);
    };
    line.reading.then(over, over);
    return line.reading;
  }

  return (db, ...about) => {
    const lines = linesOf.get(db) ?? new Map<string, Line<T>>();
    linesOf.set(db, lines);
    const key = JSON.stringify(about);
    const line = lines.get(key);
    if (!line) return begin(lines, key, db, about);
    const next = () => begin(lines, key, db, about);
    line.next ??= line.reading.then(next, next);
    return line.next;
  };
}

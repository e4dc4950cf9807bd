/** Reads from a database, or within a transaction. */
type Read<D extends object, K extends readonly unknown[], T> = (db: D, ...about: K) => Promise<T>;

interface PendingRead<T> {
  readonly reading: Promise<T>;
  next: Promise<T> | null;
}

/**
 * Coalesces identical concurrent reads; a call during a read joins the next read, so it never sees data older than itself.
 * The result is shared: nobody may change it.
 * @param read two calls are identical when their arguments are equal as JSON
 */
export function coalesceReads<D extends object, K extends readonly unknown[], T>(read: Read<D, K, T>): Read<D, K, T> {
  const pendingByDatabase = new WeakMap<D, Map<string, PendingRead<T>>>();

  function begin(lines: Map<string, PendingRead<T>>, key: string, db: D, about: K): Promise<T> {
    const line: PendingRead<T> = { reading: read(db, ...about), next: null };
    lines.set(key, line);
    const over = () => {
      if (line.next === null) lines.delete(key);
    };
    line.reading.then(over, over);
    return line.reading;
  }

  return (db, ...about) => {
    const lines = pendingByDatabase.get(db) ?? new Map<string, PendingRead<T>>();
    pendingByDatabase.set(db, lines);
    const key = JSON.stringify(about);
    const line = lines.get(key);
    if (!line) return begin(lines, key, db, about);
    const next = () => begin(lines, key, db, about);
    line.next ??= line.reading.then(next, next);
    return line.next;
  };
}

/** The browser's store where there is one: a private window or a full disk must not stop anybody; then it holds as long as the page. */
const inMemory = new Map<string, string>();

function store(): Storage | null {
  try {
    return typeof window === "undefined" ? null : window.localStorage;
  } catch {
    return null;
  }
}

export const browserStore = {
  get(key: string): string | null {
    return inMemory.get(key) ?? store()?.getItem(key) ?? null;
  },
  set(key: string, value: string | null): void {
    inMemory.delete(key);
    try {
      if (value === null) store()?.removeItem(key);
      else if (store()) store()?.setItem(key, value);
      else inMemory.set(key, value);
    } catch {
      if (value !== null) inMemory.set(key, value);
    }
  },
  keys(prefix: string): string[] {
    const kept = store();
    const names = kept ? Array.from({ length: kept.length }, (_, i) => kept.key(i) ?? "") : [];
    return [...new Set([...names, ...inMemory.keys()])].filter((name) => name.startsWith(prefix));
  },
};

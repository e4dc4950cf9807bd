/** Waits no longer than this: who asks is told to come back (see isAway), whatever the work still does. */
export async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("not in time"), { code: "ETIMEDOUT" })), ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** For what would be said again and again. */
export function atMostEvery<A extends readonly unknown[]>(ms: number, say: (...about: A) => void): (...about: A) => void {
  let next = 0;
  return (...about) => {
    if (performance.now() < next) return;
    next = performance.now() + ms;
    say(...about);
  };
}

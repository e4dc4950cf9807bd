/** Ends early, with the reason, when nobody waits any more. */
function pause(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/**
 * What a page asks and sends by itself waits for a network, a server or a database that is away, so that the page stays with all
 * that was typed in it. An attempt has a key: the server does it once, however often it arrives.
 * @param waiting hears how many wait now
 */
export function makePatientFetch(plain: typeof fetch, waiting: (count: number) => void, firstMs = 600): typeof fetch {
  let count = 0;
  const tell = (by: 1 | -1) => {
    count += by;
    waiting(count);
  };
  return async (input, init) => {
    const { origin, pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    if (origin !== location.origin || !pathname.endsWith(".data")) return plain(input, init);
    const headers = new Headers(init?.headers);
    headers.set("X-Attempt", crypto.randomUUID());
    let waits = false;
    try {
      for (let tries = 0; ; tries += 1) {
        try {
          const answer = await plain(input, { ...init, headers });
          if (answer.status !== 503 && answer.status !== 429) return answer;
        } catch (error) {
          if (init?.signal?.aborted) throw error;
        }
        if (!waits) tell(1);
        waits = true;
        await pause(Math.min(5_000, firstMs * 2 ** tries) * (0.5 + Math.random() / 2), init?.signal);
      }
    } finally {
      if (waits) tell(-1);
    }
  };
}

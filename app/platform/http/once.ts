/** An answer that can be given again. */
interface Held {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ArrayBuffer;
}

const largest = 256 * 1024;

/**
 * A browser that lost the network in mid-post sends the same again, under the same key: the work is done once, the answer given
 * to each. An answer that kept nothing (busy, database away) is not held, so that the next attempt does the work.
 */
export function makeOnce(options: { readonly keepMs: number; readonly most: number }) {
  const held = new Map<string, { readonly at: number; readonly answer: Promise<Held> }>();

  async function first(key: string, work: () => Promise<Response>): Promise<Held> {
    try {
      const answer = await work();
      const body = await answer.arrayBuffer();
      if (answer.status === 503 || answer.status === 429 || body.byteLength > largest) held.delete(key);
      return { status: answer.status, headers: answer.headers, body };
    } catch (error) {
      held.delete(key);
      throw error;
    }
  }

  return async (key: string, now: number, work: () => Promise<Response>): Promise<Response> => {
    for (const [old, { at }] of held) {
      if (now - at < options.keepMs && held.size < options.most) break;
      held.delete(old);
    }
    const known = held.get(key);
    const answer = known?.answer ?? first(key, work);
    if (!known) held.set(key, { at: now, answer });
    const { status, headers, body } = await answer;
    const empty = status === 204 || status === 304 || body.byteLength === 0;
    return new Response(empty ? null : body, { status, headers: new Headers(headers) });
  };
}

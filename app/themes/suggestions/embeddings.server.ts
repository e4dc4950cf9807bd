import { z } from "zod";
import type { Vectors } from "../../method/text/vectors.ts";

/** Vectors for texts, fetched behind the back of who asks. */
export interface Embedder {
  /** All of them, or null as long as some are on their way or the service does not answer. Never waits for the network. */
  of(texts: readonly string[]): Vectors | null;
}

const answer = z.object({
  data: z.array(z.object({ index: z.number().int().min(0), embedding: z.array(z.number()).min(1).max(8192) })),
});

const perRequest = 64;
const timeoutMs = 20_000;
/** After a failure nothing is asked for so long. */
const restMs = 60_000;
const mostKept = 100_000;
/** Numbers of all vectors together: 160 MB. */
const mostNumbers = 40_000_000;

/**
 * Asks an OpenAI-compatible service, `POST` with `{ model, input }`. The address may name the model (`?model=NAME`) and hold a key as
 * its password (`https://:KEY@host/v1/embeddings`), which is sent as a bearer token.
 * @param log hears of a failure, without any text
 */
export function makeEmbedder(
  address: string,
  log: (line: string) => void,
  wait: { readonly restMs: number; readonly timeoutMs: number } = { restMs, timeoutMs },
): Embedder {
  const url = new URL(address);
  const model = url.searchParams.get("model") ?? "default";
  const key = decodeURIComponent(url.password);
  url.search = url.username = url.password = "";
  const known = new Map<string, Float32Array>();
  let busy = false;
  let restUntil = 0;

  async function ask(texts: readonly string[]): Promise<number> {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(key ? { Authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model, input: texts }),
      signal: AbortSignal.timeout(wait.timeoutMs),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const { data } = answer.parse(await response.json());
    const given = new Map(data.map(({ index, embedding }) => [texts[index], embedding]));
    if (texts.some((text) => !given.has(text))) throw new Error("incomplete");
    const length = data[0]?.embedding.length ?? 0;
    if (data.some(({ embedding }) => embedding.length !== length)) throw new Error("lengths differ");
    // Another model answers now: what the one before said cannot be compared with it.
    const [before] = known.values();
    if (before && before.length !== length) known.clear();
    for (const text of texts) known.set(text, Float32Array.from(given.get(text) ?? []));
    return length;
  }

  async function fetchAll(texts: readonly string[]): Promise<void> {
    busy = true;
    try {
      for (let from = 0; from < texts.length; from += perRequest) {
        const length = await ask(texts.slice(from, from + perRequest));
        if (texts.length * length > mostNumbers) throw new RangeError("too many");
      }
    } catch (fault) {
      restUntil = Date.now() + wait.restMs;
      log(`embeddings: geen antwoord (${(fault as Error).name})`);
    } finally {
      busy = false;
    }
  }

  return {
    of(texts) {
      const missing = [...new Set(texts)].filter((text) => text.trim() !== "" && !known.has(text));
      if (missing.length > 0) {
        if (known.size > mostKept) known.clear();
        if (!busy && Date.now() >= restUntil) void fetchAll(missing);
        return null;
      }
      const length = known.get(texts.find((text) => known.has(text)) ?? "")?.length ?? 0;
      return new Map(texts.map((text) => [text, known.get(text) ?? new Float32Array(length)]));
    },
  };
}

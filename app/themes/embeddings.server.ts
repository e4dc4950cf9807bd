import { z } from "zod";
import type { Vectors } from "../text/vectors.ts";

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

/**
 * Asks an OpenAI-compatible service, `POST` with `{ model, input }`. The address may name the model (`?model=NAME`) and hold a key as
 * its password (`https://:KEY@host/v1/embeddings`), which is sent as a bearer token.
 * @param log hears of a failure, without any text
 */
export function makeEmbedder(address: string, log: (line: string) => void, restAfterFailure = restMs): Embedder {
  const url = new URL(address);
  const model = url.searchParams.get("model") ?? "default";
  const key = decodeURIComponent(url.password);
  url.search = url.username = url.password = "";
  const known = new Map<string, Float32Array>();
  let busy = false;
  let restUntil = 0;

  async function ask(texts: readonly string[]): Promise<void> {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(key ? { Authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model, input: texts }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const { data } = answer.parse(await response.json());
    for (const { index, embedding } of data) {
      const text = texts[index];
      if (text !== undefined) known.set(text, Float32Array.from(embedding));
    }
    if (texts.some((text) => !known.has(text))) throw new Error("incomplete");
  }

  async function fetchAll(texts: readonly string[]): Promise<void> {
    busy = true;
    try {
      for (let from = 0; from < texts.length; from += perRequest) await ask(texts.slice(from, from + perRequest));
    } catch (fault) {
      restUntil = Date.now() + restAfterFailure;
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

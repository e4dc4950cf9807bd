import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fillInvented, type Invented } from "../../../tests/invented.ts";
import { person } from "../../dialogue/tables.ts";
import type { PersonId, ThemeId } from "../../platform/ids.ts";
import { doThemes } from "../themes.server.ts";
import { makeEmbedder } from "./embeddings.server.ts";
import { openSuggesting } from "./suggesting.server.ts";

let database: FreshDatabase;
let made: Invented;
const open: Server[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  const [analyst] = await database.db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  for (const name of ["Wonen", "Opvoeding"])
    await doThemes(database.db, made.dialogueId, analyst?.id as PersonId, {
      deed: "add",
      theme: crypto.randomUUID() as ThemeId,
      name,
      description: "",
      needs: [],
    });
});
afterAll(() => database?.[Symbol.asyncDispose]());
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

interface Heard {
  readonly key: string | undefined;
  readonly model: string;
  readonly input: readonly string[];
}
/** A service on this machine that says where the vowels of a text stand. */
async function service(
  status = 200,
  reply?: string,
  delayMs = 0,
): Promise<{ url: string; heard: Heard[]; lengthen: () => void }> {
  const heard: Heard[] = [];
  let letters = "aeiou";
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const { model, input } = JSON.parse(body) as { model: string; input: string[] };
    heard.push({ key: request.headers.authorization, model, input });
    const data = input.map((text, index) => ({ index, embedding: [...letters].map((vowel) => text.split(vowel).length) }));
    if (delayMs > 0) await sleep(delayMs);
    response.writeHead(status, { "Content-Type": "application/json" }).end(reply ?? JSON.stringify({ data }));
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/embeddings`,
    heard,
    lengthen: () => (letters += "y"),
  };
}

const firstOf = async (embeddingsUrl?: string, ready?: () => boolean) => {
  const suggesting = openSuggesting({ ...database.at }, { embeddingsUrl });
  try {
    const before = await suggesting.page(made.dialogueId, 0, 500);
    if (!ready) return before;
    await expect.poll(ready).toBe(true);
    return await suggesting.page(made.dialogueId, 0, 500);
  } finally {
    await suggesting.close();
  }
};

test("vectors add to the suggestions once all are there; the key and the model go along", async () => {
  const { url, heard } = await service();
  const withKey = url.replace("http://", "http://:geheim@");
  const bare = await firstOf();
  const suggesting = openSuggesting({ ...database.at }, { embeddingsUrl: `${withKey}?model=klein` });
  try {
    expect(await suggesting.page(made.dialogueId, 0, 500)).toEqual(bare); // nobody waits for it
    await expect.poll(async () => JSON.stringify(await suggesting.page(made.dialogueId, 0, 500))).not.toBe(JSON.stringify(bare));
  } finally {
    await suggesting.close();
  }
  expect(heard[0]).toMatchObject({ key: "Bearer geheim", model: "klein" });
  expect(Math.max(...heard.map(({ input }) => input.length))).toBeLessThanOrEqual(64);
  // each text once
  const sent = heard.flatMap(({ input }) => input);
  expect(new Set(sent).size).toBe(sent.length);
});

test("a service that fails, or answers something else, changes nothing", async () => {
  const bare = await firstOf();
  for (const [status, reply] of [
    [500, ""],
    [200, "<html>"],
    [200, '{"data":[]}'],
  ] as const) {
    const { url, heard } = await service(status, reply);
    expect(await firstOf(url, () => heard.length > 0), String(reply)).toEqual(bare);
  }
  expect(await firstOf("http://127.0.0.1:1/v1/embeddings")).toEqual(bare);
});

test.each<[string, number, string | undefined, number]>([
  ["is slow", 200, undefined, 400],
  ["fails", 500, "", 0],
  ["gives vectors of different lengths", 200, '{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]}]}', 0],
  ["leaves one out", 200, '{"data":[{"index":1,"embedding":[1]}]}', 0],
  ["gives no numbers", 200, '{"data":[{"index":0,"embedding":["a"]},{"index":1,"embedding":[null]}]}', 0],
])("a service that %s gives nothing, is told of once without any text, and is asked again after a rest", async (...how) => {
  const [, status, reply, delayMs] = how;
  const { url, heard } = await service(status, reply, delayMs);
  const lines: string[] = [];
  const embedder = makeEmbedder(url, (line) => lines.push(line), { restMs: 50, timeoutMs: 200 });
  const texts = ["een geheim van iemand", "nog een geheim"];
  expect(embedder.of(texts)).toBeNull();
  await expect.poll(() => lines.length).toBe(1);
  expect(lines.join()).not.toContain("geheim");
  await expect.poll(() => [embedder.of(texts), heard.length > 1]).toEqual([null, true]);
});

test("another model behind the same address starts anew: lengths never mix", async () => {
  const { url, lengthen } = await service();
  const embedder = makeEmbedder(url, () => {}, { restMs: 10, timeoutMs: 5_000 });
  await expect.poll(() => embedder.of(["een"])?.get("een")?.length).toBe(5);
  lengthen();
  await expect.poll(() => embedder.of(["een", "twee"])?.get("twee")?.length).toBe(6);
  expect(embedder.of(["een", "twee"])?.get("een")).toHaveLength(6);
});

test("nobody there changes nothing, and is not asked again at once", async () => {
  const lines: string[] = [];
  const embedder = makeEmbedder("http://127.0.0.1:1/v1/embeddings", (line) => lines.push(line));
  expect(embedder.of(["een"])).toBeNull();
  await expect.poll(() => lines.length).toBe(1);
  expect(embedder.of(["een"])).toBeNull();
  expect(lines).toHaveLength(1);
});

test("after a failure it rests, and tells what happened without any text", async () => {
  const { url, heard } = await service(503, "");
  const lines: string[] = [];
  const embedder = makeEmbedder(url, (line) => lines.push(line));
  expect(embedder.of(["een geheim van iemand"])).toBeNull();
  await expect.poll(() => lines.length).toBe(1);
  expect(embedder.of(["een geheim van iemand"])).toBeNull();
  expect(heard).toHaveLength(1);
  expect(lines.join()).not.toContain("geheim");
});

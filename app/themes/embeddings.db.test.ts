import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { fillInvented, type Invented } from "../../tests/invented.ts";
import { person } from "../db/schema.ts";
import type { PersonId, ThemeId } from "../ids.ts";
import { makeEmbedder } from "./embeddings.server.ts";
import { openSuggesting } from "./suggesting.server.ts";
import { doThemes } from "./themes.server.ts";

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
}, 60_000);
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
async function service(status = 200, reply?: string): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const { model, input } = JSON.parse(body) as { model: string; input: string[] };
    heard.push({ key: request.headers.authorization, model, input });
    const data = input.map((text, index) => ({ index, embedding: [..."aeiou"].map((vowel) => text.split(vowel).length) }));
    response.writeHead(status, { "Content-Type": "application/json" }).end(reply ?? JSON.stringify({ data }));
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/embeddings`, heard };
}

const firstOf = async (embeddingsUrl?: string, ready?: () => boolean) => {
  const suggesting = openSuggesting({ ...database.at }, { embeddingsUrl });
  try {
    const before = await suggesting.page(made.dialogueId, 0, 500);
    if (!ready) return before;
    await expect.poll(ready, { timeout: 20_000 }).toBe(true);
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
    await expect
      .poll(async () => JSON.stringify(await suggesting.page(made.dialogueId, 0, 500)), { timeout: 20_000 })
      .not.toBe(JSON.stringify(bare));
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

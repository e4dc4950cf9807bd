import { afterAll, beforeAll, expect, test } from "vitest";
import type { SimilarAnswer } from "../app/room/similar.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn, type Visitor } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { fingerprint, makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let here: World;
let cookies: Readonly<Record<Visitor, string>>;

beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  cookies = await signEverybodyIn(database.db, here, await makeWorld(database.db, "ander"));
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const ask = async (who: Visitor, text: string) => {
  const answer = await fetch(`${klankbord.origin}/bijeenkomst/${here.sessionId}/gelijkende`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookies[who], origin: klankbord.origin },
    body: new URLSearchParams({ text }),
  });
  const body = await answer.text();
  return { status: answer.status, body, json: () => JSON.parse(body) as SimilarAnswer };
};

test("who writes a need is shown those of others that resemble it, and nobody's id", async () => {
  const { rows } = await database.pool.query<{ text: string; person_id: string }>(
    "select text, person_id from contribution where id = $1",
    [here.others],
  );
  const [other] = rows;
  const { status, body, json } = await ask("participant", other?.text ?? "");
  expect(status).toBe(200);
  expect(json()).toMatchObject({ status: "found", needs: [{ id: here.others, text: other?.text }] });
  expect(body).not.toContain(other?.person_id);
  expect((await ask("participant", "")).json()).toEqual({ status: "found", needs: [] });
});

test("who is not in the session is told nothing", async () => {
  for (const who of ["nobody", "organiser", "participant of another dialogue", "participant who was removed"] as const) {
    const { status, body } = await ask(who, "contact");
    expect([303, 401, 403], who).toContain(status);
    expect(body, who).not.toContain('"needs"');
  }
});

test("asking keeps nothing, and after the end there is nothing to write", async () => {
  const before = await fingerprint(database.db);
  await ask("participant", "Een vaste contactpersoon");
  expect(await fingerprint(database.db)).toEqual(before);
  await database.pool.query("update session set state = 'ended' where id = $1", [here.sessionId]);
  expect(await ask("participant", "Een vaste contactpersoon")).toMatchObject({
    status: 409,
    body: '{"status":"refused","code":"ended"}',
  });
  await database.pool.query("update session set state = 'live' where id = $1", [here.sessionId]);
});

test("who asks far too often waits a moment", async () => {
  const asked = await Promise.all(Array.from({ length: 60 }, () => ask("participant", "contact")));
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200, 429]));
});

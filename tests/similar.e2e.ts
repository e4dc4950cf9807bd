import { afterAll, beforeAll, expect, test } from "vitest";
import type { SimilarAnswer } from "../app/room/similar.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn, type Visitor } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { makeWorld, type World } from "./world.ts";

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
  for (const who of ["stranger", "organiser", "removed participant"] as const) {
    const { status, body } = await ask(who, "contact");
    expect([303, 401, 403], who).toContain(status);
    expect(body, who).not.toContain('"needs"');
  }
});

test("who asks far too often waits a moment, and nobody else does", async () => {
  const statuses: number[] = [];
  for (let at = 0; at < 60; at++) statuses.push((await ask("participant", "contact")).status);
  expect(statuses).toContain(429);
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { access } from "../app/dialogue/access/access.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { everybody, signEverybodyIn, type Visitor } from "./everybody.ts";
import { forms, sent } from "./forms.ts";
import { freePort, type Klankbord, personalIn, startKlankbord } from "./klankbord.ts";
import { postForm } from "./visitors.ts";
import { addressOf, makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let here: World;
let cookies: Readonly<Record<Visitor, string>>;
const typed = "Kanariewoord in een veld";
const strange = "onbekende.kanarie@elders.example";

beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  cookies = await signEverybodyIn(database.db, here, await makeWorld(database.db, "ander"));
  // nobody listens there: each letter fails, and is logged
  const smtp = `smtp://gebruiker:wachtwoordkanarie@127.0.0.1:${await freePort()}`;
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, SMTP_URL: smtp } });
});
afterAll(async () => {
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** Every column of text in every table of people and their words. */
async function personal(): Promise<string[]> {
  const { rows } = await database.db.execute<{ text: string }>(sql`
    select name as text from person union select mail from person
    union select name from registration union select organisation from registration
    union select text from contribution union select text from insight`);
  return rows.map(({ text }) => text).filter((text) => text !== null && text.length > 5);
}

test("the log of a run holds no name, address, word or secret", async () => {
  const paths = Object.keys(access).filter((pattern) => pattern.startsWith("/") && !pattern.endsWith("/stroom"));
  for (const pattern of paths) {
    const path = addressOf(pattern, here);
    for (const who of ["organiser", "participant", "administrator"] as const)
      await (await fetch(klankbord.origin + path, { redirect: "manual", headers: { cookie: cookies[who] } })).arrayBuffer();
  }
  for (const [pattern, make] of Object.entries(forms)) {
    if (/afmelden|apparaten|wissen|repetitie|account/.test(pattern)) continue;
    for (const form of make(here)) {
      const words = Object.fromEntries(
        Object.entries(form).map(([name, value]) => [name, /text|tekst|why|reden/.test(name) ? typed : value]),
      );
      await (await postForm(klankbord.origin + addressOf(pattern, here), cookies.organiser, sent(words))).arrayBuffer();
    }
  }
  for (const mail of [strange, "organiser@team.example"]) await postForm(`${klankbord.origin}/team/aanmelden`, "", { mail });
  await expect.poll(() => klankbord.said()).toContain("mail: niet verstuurd");
  // and faults: a form while the database goes away
  await database.db
    .execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)
    .catch(() => {});
  await Promise.all(
    Array.from({ length: 10 }, () =>
      postForm(`${klankbord.origin}${addressOf("/team/:dialogue/oproep", here)}`, cookies.organiser, {
        title: typed,
        version: "1",
      }),
    ),
  );
  await expect.poll(async () => (await fetch(`${klankbord.origin}/readyz`)).status).toBe(200);

  const log = klankbord.said();
  expect(log.length).toBeGreaterThan(200);
  const secrets = everybody.map((who) => cookies[who].split("=")[1] ?? "").filter(Boolean);
  // roles are the names of these people: words of ours, that a log may hold
  const names = (await personal()).filter((text) => !(everybody as readonly string[]).includes(text));
  const found = [...names, ...secrets, typed, strange, "wachtwoordkanarie"].filter((text) => log.includes(text));
  expect(found).toEqual([]);
  expect(log).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/);
  expect(log).not.toMatch(/\/(claim|mee|bevestig|uitnodiging)\/[\w-]{40,}/);
});

test("what every other test looks for in its log is found when it is there", () => {
  const link = `/mee/${"a".repeat(43)}`;
  expect(personalIn(`{"to":"noor@zorg.example","path":"${link}"}`)).toEqual(["noor@zorg.example", link]);
  expect(personalIn('{"route":"/mee/:token","status":410,"msg":"geweigerd"}')).toEqual([]);
});

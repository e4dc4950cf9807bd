import type { RouteConfigEntry } from "@react-router/dev/routes";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { access } from "../app/access.ts";
import { device, measure, membership, person, registration } from "../app/db/schema.ts";
import type { PersonId } from "../app/ids.ts";
import { addDevice } from "../app/people/devices.server.ts";
import { type Role, type TeamRole, teamRoles } from "../app/people/role.ts";
import routes from "../app/routes.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";

/** Everybody who may come by, and what they are in the dialogue "veerkracht". */
const visitors: Readonly<Record<string, readonly Role[]>> = {
  nobody: ["anyone"],
  administrator: ["anyone", "signed-in", "administrator"],
  creator: ["anyone", "signed-in", "creator"],
  organiser: ["anyone", "signed-in", "organiser"],
  facilitator: ["anyone", "signed-in", "facilitator"],
  analyst: ["anyone", "signed-in", "analyst"],
  "note-taker": ["anyone", "signed-in", "note-taker"],
  observer: ["anyone", "signed-in", "observer"],
  participant: ["anyone", "registrant", "participant"],
  "waiting registrant": ["anyone", "registrant"],
  "participant on a device that is not confirmed": ["anyone"],
  "participant who was removed": ["anyone", "registrant"],
  "organiser of another dialogue": ["anyone", "signed-in"],
  "participant of another dialogue": ["anyone"],
  "somebody with an ended device": ["anyone"],
};

function flatten(entries: readonly RouteConfigEntry[], before = ""): string[] {
  return entries.flatMap((entry) => {
    const at = entry.path ? `${before}/${entry.path}` : before;
    const here =
      entry.index ||
      (entry.path !== undefined && !entry.children) ||
      (entry.children && !entry.children.some((one) => one.index) && !entry.path)
        ? [at || "/"]
        : [];
    return [...here, ...flatten(entry.children ?? [], at)];
  });
}

const patterns = [...new Set(flatten(routes as RouteConfigEntry[]))];
const plain = Object.keys(access).filter(
  (pattern) => pattern.startsWith("/") && !patterns.includes(pattern) && pattern !== "/_ui",
);

test("every route stands in the table of who may enter", () => {
  expect(patterns.length).toBeGreaterThan(10);
  expect(patterns.filter((pattern) => !Object.hasOwn(access, pattern))).toEqual([]);
});

test("nothing that changes a dialogue is open to everybody", () => {
  const open = Object.entries(access).filter(([, rule]) => rule.write?.includes("anyone"));
  // Registering, signing in, following a link of one's own, choosing a language: before anybody is known.
  const before =
    /^\/(taal|claim|team\/(aanmelden|uitnodiging)|oproep\/:dialogue\/(aanmelden|link)|bevestig|mee|apparaat|collega|uitnodiging)/;
  expect(open.map(([pattern]) => pattern).filter((pattern) => !before.test(pattern))).toEqual([]);
});

describe("roles x actions, over HTTP", () => {
  let database: FreshDatabase;
  let klankbord: Klankbord;
  let made: Invented;
  let cookies: Readonly<Record<string, string>>;

  beforeAll(async () => {
    database = await freshDatabase();
    made = await fillInvented(database.db);
    const other = await fillOther();
    cookies = await signEverybodyIn(other);
    klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  });
  afterAll(async () => {
    await klankbord?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  async function fillOther() {
    const { db } = database;
    const found = await db.execute<{ id: string }>(sql`
      with d as (insert into dialogue (slug, title, state) values ('ander', 'Een andere dialoog', 'open') returning id),
        l as (insert into ledger (scope) select id from d)
      insert into session (dialogue_id, title, starts_at, ends_at) select id, 'Bijeenkomst', now(), now() + interval '2 hours' from d
      returning dialogue_id as id`);
    return found.rows[0]?.id as typeof made.dialogueId;
  }

  async function signEverybodyIn(other: typeof made.dialogueId): Promise<Record<string, string>> {
    const { db } = database;
    return db.transaction(async (tx) => {
      const jar: Record<string, string> = { nobody: "" };
      const somebody = async (name: string): Promise<PersonId> => {
        const [row] = await tx
          .insert(person)
          .values({ name, mail: `${name.replaceAll(" ", ".")}@voorbeeld.example` })
          .returning({ id: person.id });
        if (!row) throw new Error(name);
        return row.id;
      };
      const member = async (name: string, role: TeamRole, dialogueId: typeof made.dialogueId | null) => {
        const personId = await somebody(name);
        await tx.insert(membership).values({ personId, role, dialogueId, acceptedAt: sql`now()` });
        jar[name] = `__Host-team=${(await addDevice(tx, "team", personId, { name: "test" })).token}`;
      };
      for (const role of teamRoles) await member(role, role, role === "administrator" ? null : made.dialogueId);
      await member("creator", "organiser", null);
      await member("organiser of another dialogue", "organiser", other);
      const people = [...made.personIds.values()];
      const guest = async (name: string, personId: PersonId, confirmed = true) => {
        jar[name] =
          `__Host-mee=${(await addDevice(tx, "participant", personId, { name: "test", dialogueId: made.dialogueId, confirmed })).token}`;
      };
      await guest("participant", people[0] as PersonId);
      await guest("participant on a device that is not confirmed", people[1] as PersonId, false);
      await tx.update(registration).set({ state: "waiting" }).where(sql`person_id = ${people[2]}`);
      await guest("waiting registrant", people[2] as PersonId);
      await tx.insert(measure).values({
        sessionId: made.sessionId,
        personId: people[3] as PersonId,
        kind: "removed",
        reason: "test",
        byId: people[0] as PersonId,
      });
      await guest("participant who was removed", people[3] as PersonId);
      await guest("participant of another dialogue", await somebody("elders"));
      await guest("somebody with an ended device", people[4] as PersonId);
      await tx.update(device).set({ endedAt: sql`now()` }).where(sql`person_id = ${people[4]}`);
      return jar;
    });
  }

  const pathOf = (pattern: string) =>
    pattern
      .replace(":dialogue", made.slug)
      .replace(":session", made.sessionId)
      .replace(":token", "onbekend")
      .replace(/:number\b/, "1")
      .replace(/:\w+/g, "00000000-0000-4000-8000-000000000000");

  const ask = (who: string, method: "GET" | "POST", path: string) =>
    fetch(klankbord.origin + path, {
      method,
      redirect: "manual",
      headers: {
        cookie: cookies[who] ?? "",
        origin: klankbord.origin,
        ...(method === "POST" ? { "content-type": "application/x-www-form-urlencoded" } : {}),
      },
      ...(method === "POST" ? { body: "" } : {}),
    });

  function isRefused(answer: Response): boolean {
    if ([401, 403, 404, 405].includes(answer.status)) return true;
    // a team member signs in, a device that is not confirmed waits
    const to = answer.headers.get("location") ?? "";
    return answer.status === 303 && (to.startsWith("/team/aanmelden") || to === "/apparaat");
  }

  test.each(Object.keys(visitors))("%s gets in where the table says so, and nowhere else", async (who) => {
    const held = new Set(visitors[who]);
    const wrong: string[] = [];
    for (const pattern of [...patterns, ...plain]) {
      const rule = access[pattern];
      for (const [method, allowed] of [
        ["GET", rule?.read],
        ["POST", rule?.write],
      ] as const) {
        const may = (allowed ?? []).some((role) => held.has(role));
        // What somebody may do is left to the tests of that deed: an empty form here could end a session or sign out.
        if (may && method === "POST") continue;
        const answer = await ask(who, method, pathOf(pattern));
        await answer.arrayBuffer();
        if (answer.status >= 500) wrong.push(`${method} ${pattern}: ${answer.status}`);
        if (!may && !isRefused(answer)) wrong.push(`${method} ${pattern}: let in (${answer.status})`);
        if (may && [401, 403].includes(answer.status)) wrong.push(`${method} ${pattern}: kept out (${answer.status})`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { findDevice, listDevices, noteSeen } from "../../dialogue/people/devices.server.ts";
import { device, membership } from "../../dialogue/people/tables.ts";
import { person } from "../../dialogue/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { hashOf } from "../../platform/secret.server.ts";
import { letIn } from "./let-in.server.ts";
import { endSessions } from "./sign-in.server.ts";

let database: FreshDatabase;
let who: PersonId;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  const [made] = await database.db
    .insert(person)
    .values({ name: "Samira", mail: `${crypto.randomUUID()}@team.example` })
    .returning({ id: person.id });
  who = made?.id as PersonId;
  await database.db.insert(membership).values({ personId: who, role: "organiser", acceptedAt: sql`now()` });
});

const arrive = (before?: string) =>
  database.db.transaction((tx) => letIn(tx, who, { device: "Firefox, Linux", before, way: "mail", hours: 10 }));
const letters = () => database.db.$count(mail, eq(mail.personId, who));
const idOf = async (token: string) =>
  (
    await database.db
      .select({ id: device.id })
      .from(device)
      .where(eq(device.tokenHash, hashOf(token)))
  )[0]?.id ?? "";
const moveBack = (column: "seen_at" | "expires_at", hours: number) =>
  database.db.execute(sql`
    update device set ${sql.identifier(column)} = ${sql.identifier(column)} - make_interval(hours => ${hours}) where person_id = ${who}`);

test("the first time needs no letter, an unknown device does, a known one does not", async () => {
  const first = await arrive();
  expect(await letters()).toBe(0);
  await arrive();
  expect(await letters()).toBe(1);
  await arrive(first);
  expect(await letters()).toBe(1);
  await arrive("somebody else's");
  expect(await letters()).toBe(2);
});

test("a device that was ended from elsewhere counts as new", async () => {
  const first = await arrive();
  const second = await arrive(first);
  await endSessions(database.db, { personId: who, deviceId: await idOf(second) }, "others");
  expect(await findDevice(database.db, "team", first)).toBeNull();
  expect(await findDevice(database.db, "team", second)).not.toBeNull();
  await arrive(first);
  expect(await letters()).toBe(1);
  await arrive(second);
  expect(await letters()).toBe(1);
});

test("nobody ends the device of another", async () => {
  const token = await arrive();
  const [stranger] = await database.db.insert(person).values({ name: "Vreemde" }).returning({ id: person.id });
  await endSessions(
    database.db,
    { personId: stranger?.id as PersonId, deviceId: crypto.randomUUID() },
    { one: await idOf(token) },
  );
  expect(await findDevice(database.db, "team", token)).not.toBeNull();
});

test("a session ends by time, and without a sign of life", async () => {
  const token = await arrive();
  const found = async (idle: number) => (await findDevice(database.db, "team", token, idle)) !== null;
  expect(await found(1)).toBe(true);
  await moveBack("seen_at", 3);
  expect([await found(2), await found(4)]).toEqual([false, true]);
  expect(await listDevices(database.db, who, 2)).toEqual([]);
  const seen = await findDevice(database.db, "team", token, 4);
  if (seen) await noteSeen(database.db, seen, new Date());
  expect(await found(1)).toBe(true);
  await moveBack("expires_at", 11);
  expect(await found(4)).toBe(false);
});

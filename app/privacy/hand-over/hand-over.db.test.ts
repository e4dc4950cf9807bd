import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { postOf } from "../../../tests/registrants.ts";
import { makeWorld, type World } from "../../../tests/world.ts";
import { contribution } from "../../contribution/tables.ts";
import { device, membership, registration } from "../../dialogue/people/tables.ts";
import { call, person, session } from "../../dialogue/tables.ts";
import { networkMember } from "../../network/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { consent } from "../../prepare/registration/tables.ts";
import { ballot } from "../../session/insights/tables.ts";
import { exportDialogue } from "../transfer/export.server.ts";
import { answerTransfer, askTransfer, countAgreed, handOverDialogue, openHandOver, stopTransfer } from "./hand-over.server.ts";
import { handOver } from "./tables.ts";

let database: FreshDatabase;
let here: World;
let other: World;
let from: PersonId;
let to: PersonId;

const who = (n: number) => here.people[n] as PersonId;
const wish = () => ({ toName: "Ministerie van Zorg", to, until: "2031-01-31" });

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  other = await makeWorld(db, "ander");
  const made = await db
    .insert(person)
    .values(["Oud", "Nieuw"].map((name) => ({ name, mail: `${name.toLowerCase()}@team.example` })))
    .returning({ id: person.id });
  [from, to] = made.map(({ id }) => id) as [PersonId, PersonId];
  await db.insert(membership).values(
    [from, to].map((personId) => ({
      personId,
      dialogueId: here.dialogueId,
      role: "organiser" as const,
      acceptedAt: new Date(),
    })),
  );
  for (const [n, id] of here.people.entries()) {
    await db
      .update(person)
      .set({ name: `Kanarie ${n}`, mail: `kanarie${n}@hier.example` })
      .where(eq(person.id, id));
    await db
      .update(registration)
      .set({ name: `Kanarie ${n}` })
      .where(eq(registration.personId, id));
  }
  await db.delete(mail);
  await db.delete(handOver);
});
afterAll(async () => {
  await database?.[Symbol.asyncDispose]();
});

test("people are asked once, by mail, and may change their answer; who says nothing does not agree [PR18]", async () => {
  const { db } = database;
  const at = { dialogueId: here.dialogueId, by: from };
  await expect(askTransfer(db, at, { ...wish(), to: from })).rejects.toMatchObject({ code: "not-organiser" });
  await expect(askTransfer(db, at, { ...wish(), until: "2020-01-01" })).rejects.toMatchObject({ code: "too-soon" });
  await expect(answerTransfer(db, here.dialogueId, who(1), true)).rejects.toMatchObject({ code: "not-now" });
  await askTransfer(db, at, wish());
  await expect(askTransfer(db, at, wish())).rejects.toMatchObject({ code: "open" });
  const letters = (await postOf(db).deliver()).filter(({ kind }) => kind === "transfer.ask");
  expect(new Set(letters.map((one) => one.to)).size).toBe(letters.length);
  expect(letters.length).toBeGreaterThanOrEqual(5);
  const [letter] = letters;
  expect(letter?.text).toContain("Ministerie van Zorg wil daarmee verdergaan.");
  expect(letter?.text).toMatch(/\/mee\/[\w-]+\?naar=overdracht/);
  for (const n of [1, 2, 3]) await answerTransfer(db, here.dialogueId, who(n), true);
  await answerTransfer(db, here.dialogueId, who(3), true);
  await answerTransfer(db, here.dialogueId, who(2), false);
  expect(await db.$count(consent, eq(consent.purpose, "transfer"))).toBe(4);
  expect(await countAgreed(db, here.dialogueId)).toMatchObject({ agreed: null });
});

test("nothing goes before the last day to answer is over, nor while a meeting goes on", async () => {
  const { db } = database;
  const at = { dialogueId: here.dialogueId, by: from };
  await expect(handOverDialogue(db, at)).rejects.toMatchObject({ code: "too-early" });
  await db.update(handOver).set({ until: "2026-01-01" });
  await expect(handOverDialogue(db, at)).rejects.toMatchObject({ code: "in-session" });
  await stopTransfer(db, at);
  await expect(handOverDialogue(db, at)).rejects.toMatchObject({ code: "not-asked" });
});

test("who agreed goes along with link and mail; of others their words stay without a name, and they are erased [PR18]", async () => {
  const { db } = database;
  const at = { dialogueId: here.dialogueId, by: from };
  await askTransfer(db, at, wish());
  await db.update(handOver).set({ until: "2026-01-01" });
  await db.update(session).set({ state: "ended" }).where(eq(session.dialogueId, here.dialogueId));
  await db.insert(device).values(
    [1, 2].map((n) => ({
      ...{ personId: who(n), dialogueId: here.dialogueId, kind: "participant" as const },
      ...{ tokenHash: Buffer.from(`toestel ${n}`), expiresAt: new Date("2031-01-01") },
    })),
  );
  const before = await exportDialogue(db, here.dialogueId);
  const elsewhere = await exportDialogue(db, other.dialogueId);
  const ballots = await db.$count(ballot);
  await handOverDialogue(db, at);
  const told = (await postOf(db).deliver()).filter(({ kind }) => kind === "transfer.done");
  expect(told.map(({ to: address }) => address).sort()).toEqual(["kanarie1@hier.example", "kanarie3@hier.example"]);
  expect(told[0]?.text).toContain("Ministerie van Zorg gaat nu verder met");
  const after = await exportDialogue(db, here.dialogueId);
  expect({ ...after.counts, person: 0 }).toEqual({ ...before.counts, person: 0 });
  expect(await db.$count(ballot)).toBe(ballots);
  expect((await exportDialogue(db, other.dialogueId)).counts).toEqual(elsewhere.counts);
  const [own] = await db.select().from(contribution).where(eq(contribution.id, here.own));
  expect(own?.personId).toBe(who(1));
  const [others] = await db.select().from(contribution).where(eq(contribution.id, here.others));
  expect(others?.text).toBe("Tijd om na te bellen.");
  const [nobody] = await db
    .select()
    .from(person)
    .where(eq(person.id, others?.personId as PersonId));
  expect(nobody).toMatchObject({ name: "", mail: null });
  const [gone] = await db
    .select()
    .from(person)
    .where(eq(person.id, who(2)));
  expect(gone).toMatchObject({ name: "", mail: null, erasedAt: expect.any(Date) });
  expect(
    (
      await db
        .select()
        .from(person)
        .where(eq(person.id, who(1)))
    )[0]?.mail,
  ).toBe("kanarie1@hier.example");
  expect(
    (await db.select({ who: device.personId }).from(device).where(eq(device.dialogueId, here.dialogueId))).map((one) => one.who),
  ).toEqual([who(1)]);
  const left = await db.select().from(registration).where(eq(registration.dialogueId, here.dialogueId));
  expect(left.map(({ name }) => name).sort()).toEqual(["Kanarie 1", "Kanarie 3"]);
  expect(await db.$count(networkMember, eq(networkMember.personId, who(2)))).toBe(0);
  const team = await db.select().from(membership).where(eq(membership.dialogueId, here.dialogueId));
  expect(team.map(({ personId }) => personId)).toEqual([to]);
  expect((await db.select().from(call).where(eq(call.dialogueId, here.dialogueId)))[0]?.owner).toBe("Ministerie van Zorg");
  expect(await openHandOver(db, here.dialogueId)).toBeNull();
  // what may not be changed may not be changed again
  await expect(db.execute(sql`delete from consent`)).rejects.toThrow();
});

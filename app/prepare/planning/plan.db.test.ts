import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { personOf } from "../../dialogue/people/people.server.ts";
import { addSession } from "../../dialogue/sessions.server.ts";
import { dialogue, session, step } from "../../dialogue/tables.ts";
import { openLedger } from "../../platform/database/change.server.ts";
import { audit } from "../../platform/database/tables.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import { changePlan, planSession, shiftDialogueState, shiftSession } from "./plan.server.ts";
import type { Plan } from "./plan.ts";

let database: FreshDatabase;
let by: PersonId;
beforeAll(async () => {
  database = await freshDatabase();
  by = await database.db.transaction((tx) => personOf(tx, "samira@example.org", "Samira", "nl"));
});
afterAll(() => database[Symbol.asyncDispose]());

const plan: Plan = {
  title: "Eerste bijeenkomst",
  startsAt: new Date("2030-04-15T07:00Z"),
  endsAt: new Date("2030-04-15T09:00Z"),
  capacity: 72,
  registrationClosesAt: null,
};
async function begin(state: "draft" | "open" = "draft") {
  const dialogueId = randomUUID() as DialogueId;
  const id = randomUUID() as SessionId;
  await database.db.transaction(async (tx) => {
    await tx.insert(dialogue).values({ id: dialogueId, slug: dialogueId, title: "Proef", state });
    await openLedger(tx, dialogueId);
    await addSession(tx, { id, dialogueId, ...plan }, []);
  });
  return { dialogueId, by, id };
}
const read = async (id: SessionId) => {
  const [row] = await database.db.select().from(session).where(eq(session.id, id));
  if (!row) throw new Error("no session");
  return row;
};

test("opening the dialogue opens registration for what is planned, once", async () => {
  const at = await begin();
  await expect(shiftSession(database.db, at, "open-registration")).rejects.toMatchObject({ code: "dialogue-closed" });
  await shiftDialogueState(database.db, at, "open", { openRegistration: true });
  await shiftDialogueState(database.db, at, "open", { openRegistration: true });
  expect((await read(at.id)).state).toBe("registration-open");
  await expect(shiftDialogueState(database.db, at, "publish", { openRegistration: false })).rejects.toMatchObject({
    code: "not-now",
  });
  const lines = await database.db.select({ what: audit.what }).from(audit).where(eq(audit.scope, at.dialogueId));
  expect(lines.map(({ what }) => what)).toEqual(["dialogue.open", "dialogue.open"]);
});

test("two who change a session at once: the second is told, nothing is overwritten", async () => {
  const at = await begin("open");
  expect(await changePlan(database.db, at, 1, { ...plan, capacity: 60 })).toEqual({ status: "saved" });
  const late = await changePlan(database.db, at, 1, { ...plan, title: "Anders" });
  expect(late).toMatchObject({ status: "conflict", current: { capacity: 60, version: 2 } });
  expect(await read(at.id)).toMatchObject({ title: plan.title, capacity: 60, calendarSequence: 0 });
});

test("another time raises the number that calendars go by; more places do not", async () => {
  const at = await begin("open");
  await changePlan(database.db, at, 1, { ...plan, capacity: 80 });
  expect((await read(at.id)).calendarSequence).toBe(0);
  await changePlan(database.db, at, 2, { ...plan, startsAt: new Date("2030-04-15T08:00Z") });
  expect((await read(at.id)).calendarSequence).toBe(1);
  await shiftSession(database.db, at, "cancel");
  expect(await read(at.id)).toMatchObject({ calendarSequence: 2, state: "cancelled" });
  expect(await changePlan(database.db, at, 3, plan)).toEqual({ status: "refused", field: "date" });
});

test("a further session copies the run sheet; a double click makes one", async () => {
  const at = await begin("open");
  await database.db.insert(step).values({
    sessionId: at.id,
    position: 1,
    kind: "welcome",
    setting: "plenary",
    title: "Welkom",
    seconds: 600,
    question: "",
    instruction: "",
  });
  const second = { ...at, id: randomUUID() as SessionId };
  await Promise.all([1, 2].map(() => planSession(database.db, second, { ...plan, title: "Tweede" }, at.id)));
  expect(await database.db.select().from(session).where(eq(session.dialogueId, at.dialogueId))).toHaveLength(2);
  expect(await database.db.select().from(step).where(eq(step.sessionId, second.id))).toMatchObject([{ title: "Welkom" }]);
  const elsewhere = await begin("open");
  const stolen = { ...at, id: randomUUID() as SessionId };
  await expect(planSession(database.db, stolen, plan, elsewhere.id)).rejects.toMatchObject({ code: "not-now" });
});

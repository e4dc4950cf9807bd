import { and, eq, like } from "drizzle-orm";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../../tests/database.ts";
import { findRegistration, openDialogue, postOf, register, secretIn } from "../../../../tests/registrants.ts";
import { contribution } from "../../../contribution/tables.ts";
import { session } from "../../../dialogue/tables.ts";
import { change, type Db, deedBy } from "../../../platform/database/change.server.ts";
import type { PersonId } from "../../../platform/ids.ts";
import { mail } from "../../../platform/mail/tables.ts";
import { decide } from "../admission/admission.server.ts";
import { sessionChanged } from "../form/session-changed.server.ts";
import { findPersonal } from "../my-page/join.server.ts";
import { signOff } from "../my-page/mine.server.ts";

const by = "00000000-0000-4000-8000-000000000001" as PersonId;
const day = 86_400_000;

function eventIn(calendar: string | null | undefined) {
  const parsed = new ICAL.Component(ICAL.parse(calendar ?? ""));
  const event = new ICAL.Event(parsed.getFirstSubcomponent("vevent") ?? undefined);
  return {
    method: parsed.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    location: event.location,
    starts: event.startDate.toJSDate(),
  };
}

const reminders = (db: Db, personId: PersonId) =>
  db
    .select({ kind: mail.kind, dueAt: mail.dueAt, state: mail.state })
    .from(mail)
    .where(and(eq(mail.personId, personId), like(mail.kind, "reminder.%")))
    .orderBy(mail.dueAt);

async function move(db: Db, at: { dialogueId: string; sessionId: Parameters<typeof findPersonal>[1] }, startsAt: Date) {
  const deed = deedBy(by, at.dialogueId, "session.change", "session", at.sessionId);
  await change(db, deed, async (tx) => {
    const endsAt = new Date(startsAt.getTime() + 7_200_000);
    const [row] = await tx
      .update(session)
      .set({ startsAt, endsAt })
      .where(eq(session.id, at.sessionId as never))
      .returning();
    if (row) await sessionChanged(tx, row, "moved");
  });
}

test("who is admitted gets a link that works, the appointment with it inside, and three reminders", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const at = await openDialogue(db);
  await register(db, at, "noor@zorg.example");
  const [letter] = await postOf(db).deliver();
  expect(letter).toMatchObject({ kind: "registration.admitted", subject: "U doet mee met ‘Veerkracht’" });
  const token = secretIn(letter?.text, "mee");
  expect(letter?.text).toContain(`/mee/${token}?naar=verbinding`);
  const mine = await findRegistration(db, at, "noor@zorg.example");
  expect((await findPersonal(db, token))?.registration.id).toBe(mine.id);
  const event = eventIn(letter?.calendar);
  expect(event).toEqual({
    method: "REQUEST",
    uid: `${mine.id}@dialoog.example`,
    sequence: 1,
    location: `https://dialoog.example/mee/${token}`,
    starts: at.startsAt,
  });
  const due = await reminders(db, mine.personId);
  expect(due.map(({ kind }) => kind)).toEqual(["reminder.7d", "reminder.1d", "reminder.30m"]);
  expect(due[2]?.dueAt).toEqual(new Date(at.startsAt.getTime() - 1_800_000));
});

test("while people can prepare, letters show the way there; reminders only to who prepared nothing yet", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const at = await openDialogue(db);
  await register(db, at, "eerder@zorg.example");
  expect((await postOf(db).deliver())[0]?.text).not.toContain("naar=behoeften");
  await db.update(session).set({ prepareFrom: new Date() });
  await register(db, at, "noor@zorg.example");
  const [letter] = await postOf(db).deliver();
  expect(letter).toMatchObject({ kind: "registration.admitted", to: "noor@zorg.example" });
  expect(letter?.text).toMatch(/\/mee\/[\w-]+\?naar=behoeften/);
  const { personId } = await findRegistration(db, at, "noor@zorg.example");
  const need = { kind: "need", text: "Een vast gezicht", shared: "private", phase: "before" } as const;
  await db.insert(contribution).values({ ...need, dialogueId: at.dialogueId, sessionId: at.sessionId, number: 1, personId });
  const reminded = await postOf(db).deliver(new Date(at.startsAt.getTime() - day + 60_000));
  expect(reminded.map(({ to, kind, text }) => [to, kind, text.includes("naar=behoeften")]).sort()).toEqual([
    ["eerder@zorg.example", "reminder.1d", true],
    ["eerder@zorg.example", "reminder.7d", true],
    ["noor@zorg.example", "reminder.1d", false],
    ["noor@zorg.example", "reminder.7d", false],
  ]);
});

test("where calendars are shared the appointment holds the page of the session", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const at = await openDialogue(db, { settings: { linkInCalendar: false } });
  await register(db, at, "noor@zorg.example");
  const [letter] = await postOf(db).deliver();
  expect(eventIn(letter?.calendar).location).toBe(`https://dialoog.example/bijeenkomst/${at.sessionId}`);
  expect(letter?.calendar).not.toContain("/mee/");
});

test("another date updates the same appointment and makes the reminders anew; back again sends none twice", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { session: { capacity: 1 } });
  await register(db, at, "noor@zorg.example");
  await register(db, at, "wacht@zorg.example");
  const mine = await findRegistration(db, at, "noor@zorg.example");
  await post.deliver();
  const later = new Date(at.startsAt.getTime() + 7 * day);
  await move(db, at, later);
  const letters = await post.deliver();
  expect(letters.map(({ to, kind, calendar }) => [to, kind, calendar !== null]).sort()).toEqual([
    ["noor@zorg.example", "registration.moved", true],
    ["wacht@zorg.example", "registration.moved", false],
  ]);
  const moved = eventIn(letters.find(({ calendar }) => calendar)?.calendar);
  expect(moved).toMatchObject({ method: "REQUEST", uid: `${mine.id}@dialoog.example`, starts: later });
  // the first was 1
  expect(moved.sequence).toBe(2);
  expect((await reminders(db, mine.personId)).map(({ dueAt }) => dueAt.getTime() > at.startsAt.getTime() - 7 * day)).toEqual([
    true,
    true,
    true,
  ]);
  await move(db, at, at.startsAt);
  const back = await reminders(db, mine.personId);
  expect([back.length, back[2]?.dueAt]).toEqual([3, new Date(at.startsAt.getTime() - 1_800_000)]);
});

test("who signs off hears it with a cancelled appointment; reminders go; the next in line is promoted", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { session: { capacity: 1 } });
  const id = await register(db, at, "noor@zorg.example");
  await register(db, at, "wacht@zorg.example");
  await post.deliver();
  const mine = await findRegistration(db, at, "noor@zorg.example");
  await signOff(db, { id, dialogueId: at.dialogueId }, { person: mine.personId }, new Date());
  await signOff(db, { id, dialogueId: at.dialogueId }, { person: mine.personId }, new Date());
  const letters = await post.deliver();
  expect(letters.map(({ to, kind }) => [to, kind]).sort()).toEqual([
    ["noor@zorg.example", "registration.withdrawn"],
    ["wacht@zorg.example", "registration.promoted"],
  ]);
  expect(eventIn(letters.find(({ to }) => to === "noor@zorg.example")?.calendar)).toMatchObject({
    method: "CANCEL",
    uid: `${mine.id}@dialoog.example`,
    sequence: 2,
  });
  expect(await reminders(db, mine.personId)).toEqual([]);
});

test("a session that does not go on tells everybody who hoped for it, once", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { session: { capacity: 1 } });
  await register(db, at, "noor@zorg.example");
  await register(db, at, "wacht@zorg.example");
  await post.deliver();
  const deed = deedBy(by, at.dialogueId, "session.cancel", "session", at.sessionId);
  await change(db, deed, async (tx) => {
    await tx.update(session).set({ state: "cancelled" }).where(eq(session.id, at.sessionId));
    await sessionChanged(tx, { id: at.sessionId }, "cancelled");
  });
  const letters = await post.deliver();
  expect(letters.map(({ to, kind, calendar }) => [to, kind, calendar?.includes("METHOD:CANCEL") ?? false]).sort()).toEqual([
    ["noor@zorg.example", "registration.cancelled", true],
    ["wacht@zorg.example", "registration.cancelled", false],
  ]);
  expect(await reminders(db, (await findRegistration(db, at, "noor@zorg.example")).personId)).toEqual([]);
});

test("of letters about a place only the newest leaves", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { session: { capacity: 1 } });
  const id = await register(db, at, "noor@zorg.example");
  await register(db, at, "wacht@zorg.example");
  const mine = await findRegistration(db, at, "noor@zorg.example");
  await signOff(db, { id, dialogueId: at.dialogueId }, { person: mine.personId }, new Date());
  const letters = (await post.deliver()).filter(({ to }) => to === "wacht@zorg.example");
  expect(letters.map(({ kind }) => kind)).toEqual(["registration.promoted"]);
});

test("a reminder leaves on its day, says nothing to who signed off, and is not sent when it comes too late", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db);
  await register(db, at, "noor@zorg.example");
  await post.deliver();
  expect(await post.deliver(new Date(at.startsAt.getTime() - 8 * day))).toEqual([]);
  const week = await post.deliver(new Date(at.startsAt.getTime() - 6 * day));
  expect(week.map(({ kind, subject }) => [kind, subject])).toEqual([["reminder.7d", "Over een week: ‘Veerkracht’"]]);
  await db
    .update(mail)
    .set({ details: { registration: (await findRegistration(db, at, "noor@zorg.example")).id, until: "2020-01-01T00:00:00Z" } });
  expect(await post.deliver(at.startsAt)).toEqual([]);
});

test("more places bring the first in line in; the organiser's choice goes past the line but never above the places", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { session: { capacity: 1 } });
  const [a, b, c] = [
    await register(db, at, "a@zorg.example"),
    await register(db, at, "b@zorg.example"),
    await register(db, at, "c@zorg.example"),
  ];
  await post.deliver();
  const choice = { dialogueId: at.dialogueId, sessionId: at.sessionId, by };
  expect(await decide(db, choice, "admit", [b, c], new Date())).toMatchObject({ status: "refused", code: "full", free: 0 });
  const deed = deedBy(by, at.dialogueId, "session.change", "session", at.sessionId);
  await change(db, deed, async (tx) => {
    await tx.update(session).set({ capacity: 2 }).where(eq(session.id, at.sessionId));
    await sessionChanged(tx, { id: at.sessionId }, "capacity");
  });
  expect((await findRegistration(db, at, "b@zorg.example")).state).toBe("admitted");
  expect(await decide(db, choice, "decline", [c], new Date())).toMatchObject({ status: "done", changed: 1 });
  expect((await post.deliver()).map(({ kind }) => kind).sort()).toEqual(["registration.declined", "registration.promoted"]);
  expect(await decide(db, choice, "decline", [a], new Date())).toMatchObject({ code: "already-admitted" });
});

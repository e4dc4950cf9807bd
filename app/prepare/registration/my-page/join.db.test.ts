import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../../tests/database.ts";
import { findRegistration, openDialogue, postOf, register, secretIn } from "../../../../tests/registrants.ts";
import { findDevice } from "../../../dialogue/people/devices.server.ts";
import { device } from "../../../dialogue/people/tables.ts";
import type { Db } from "../../../platform/database/change.server.ts";
import { audit } from "../../../platform/database/tables.ts";
import type { PersonId } from "../../../platform/ids.ts";
import { brakeVisitors } from "../../../platform/mail/brake.server.ts";
import { mail } from "../../../platform/mail/tables.ts";
import { sendMessage } from "../mail/messages.server.ts";
import { confirmDevice, endMine, findPersonal, join, livingDevices } from "./join.server.ts";
import { askLink, sendLostLink } from "./lost-link.server.ts";

const by = "00000000-0000-4000-8000-000000000001" as PersonId;
const now = () => new Date();
const phone = { name: "Chrome, Android", signedInAs: null };
const jobs = async (db: Db) =>
  (
    await db.execute(
      sql`select key, task_identifier as task from graphile_worker.jobs where task_identifier = 'registration-link'`,
    )
  ).rows;

test("the personal link works on several devices, and one browser is one device", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const at = await openDialogue(db);
  await register(db, at, "noor@zorg.example");
  const token = secretIn((await postOf(db).deliver())[0]?.text, "mee");
  const mine = await findRegistration(db, at, "noor@zorg.example");
  const joined = await join(db, token, phone, now());
  expect(joined.status).toBe("in");
  expect(joined.status === "in" && (await findDevice(db, "participant", joined.deviceToken ?? ""))?.personId).toBe(mine.personId);
  expect(await join(db, token, { ...phone, signedInAs: mine.personId }, now())).toMatchObject({
    status: "in",
    deviceToken: null,
  });
  expect((await livingDevices(db, mine.personId, at.dialogueId)).map(({ name }) => name)).toEqual(["Chrome, Android", "Firefox"]);
  expect(await join(db, "onbekend", phone, now())).toEqual({ status: "unknown" });
});

test("where the organiser asks it a second device waits for a yes by mail", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { settings: { confirmNewDevice: true } });
  await register(db, at, "noor@zorg.example");
  const token = secretIn((await post.deliver())[0]?.text, "mee");
  const joined = await join(db, token, phone, now());
  expect(joined.status).toBe("to-confirm");
  const secret = joined.status === "to-confirm" ? (joined.deviceToken ?? "") : "";
  expect((await findDevice(db, "participant", secret))?.confirmed).toBe(false);
  const [letter] = await post.deliver();
  expect(letter?.text).toContain("Chrome, Android");
  const yes = secretIn(letter?.text, "apparaat");
  expect([await confirmDevice(db, yes), await confirmDevice(db, yes)]).toEqual([true, false]);
  expect((await findDevice(db, "participant", secret))?.confirmed).toBe(true);
});

test("ending all devices ends all links handed out so far", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const at = await openDialogue(db);
  await register(db, at, "noor@zorg.example");
  const token = secretIn((await postOf(db).deliver())[0]?.text, "mee");
  const { personId } = await findRegistration(db, at, "noor@zorg.example");
  await join(db, token, phone, now());
  const [first] = await livingDevices(db, personId, at.dialogueId);
  await endMine(db, { personId, dialogueId: at.dialogueId, deviceId: first?.id ?? null }, "others");
  expect(await livingDevices(db, personId, at.dialogueId)).toHaveLength(1);
  await endMine(db, { personId, dialogueId: at.dialogueId, deviceId: first?.id ?? null }, "all");
  expect(await livingDevices(db, personId, at.dialogueId)).toEqual([]);
  expect(await findPersonal(db, token)).toBeNull();
  expect(await db.select().from(device).where(eq(device.personId, by))).toEqual([]);
});

test("asking for a link does the same for every address, and mails only who registered, once a minute", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db);
  await register(db, at, "noor@zorg.example");
  await post.deliver();
  await askLink(db, at.dialogueId, "noor@zorg.example");
  await askLink(db, at.dialogueId, "vreemd@zorg.example");
  expect(await jobs(db)).toHaveLength(2);
  for (const one of ["noor", "noor", "vreemd", "noor"]) await sendLostLink(db, at.dialogueId, `${one}@zorg.example`, now());
  const letters = await post.deliver();
  expect(letters.map(({ to, kind }) => [to, kind])).toEqual([["noor@zorg.example", "registration.link"]]);
  expect((await findPersonal(db, secretIn(letters[0]?.text, "mee")))?.registration.name).toBe("noor");
  for (let minute = 1; minute < 9; minute++)
    await sendLostLink(db, at.dialogueId, "noor@zorg.example", new Date(Date.now() + minute * 61_000));
  expect((await db.select().from(mail).where(eq(mail.kind, "registration.link"))).length).toBe(5);
});

test("too much mail of visitors' making is stopped, and told to the administrator once an hour", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const at = await openDialogue(db);
  await register(db, at, "noor@zorg.example");
  await brakeVisitors(db, 2);
  await expect(brakeVisitors(db, 1)).rejects.toMatchObject({ code: "mail-brake", status: 429 });
  await expect(brakeVisitors(db, 1)).rejects.toMatchObject({ code: "mail-brake" });
  expect(await db.select().from(audit).where(eq(audit.what, "mail.brake"))).toHaveLength(1);
});

test("the organiser's message reaches each person once, however often it is sent", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const post = postOf(db);
  const at = await openDialogue(db, { session: { capacity: 2 } });
  for (const one of ["a", "b", "c"]) await register(db, at, `${one}@zorg.example`);
  await post.deliver();
  const words = { id: crypto.randomUUID(), subject: "Vooraf lezen", text: "Eerste alinea.\n\nTweede." };
  const where = { dialogueId: at.dialogueId, sessionId: at.sessionId, by };
  const sent = await Promise.all([1, 2, 3].map(() => sendMessage(db, where, { ...words, audience: "admitted" })));
  expect(sent).toEqual([2, 2, 2]);
  const letters = await post.deliver();
  expect(letters.map(({ to, subject }) => [to, subject]).sort()).toEqual([
    ["a@zorg.example", "Vooraf lezen"],
    ["b@zorg.example", "Vooraf lezen"],
  ]);
  expect(letters[0]?.text).toContain("Eerste alinea.\n\nTweede.");
  await expect(sendMessage(db, where, { ...words, id: crypto.randomUUID(), audience: "declined" })).rejects.toMatchObject({
    code: "nobody",
  });
});

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { openDialogue, register } from "../../../tests/registrants.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { person } from "../../dialogue/tables.ts";
import type { HookEventId, HookId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { type Findings, nothingKnown } from "../../prepare/registration/connection/checked.ts";
import { connectionCheck } from "../../prepare/registration/tables.ts";
import { hook, hookDelivery, hookEvent } from "../connections/tables.ts";
import { findFacts } from "./status.server.ts";
import { judge } from "./status.ts";

const settings = { smtpUrl: "smtp://mail.example", databaseUrl: "postgres://x", dataDir: undefined, media: true, livekit: null };
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test("a webhook fails as long as nothing of it arrives, and other programs that are at rest are not told of", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const told = async () => judge(await findFacts(db, settings)).find(({ part }) => part === "hooks")?.code;
  expect(await told()).toBeUndefined();
  const [by] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  const hookId = crypto.randomUUID() as HookId;
  const row = { id: hookId, name: "Zaak", url: "https://zaak.example/", kinds: [], secret: "s", madeBy: by?.id as never };
  await db.insert(hook).values(row);
  const delivery = async (of: Partial<typeof hookDelivery.$inferInsert>) => {
    const eventId = crypto.randomUUID() as HookEventId;
    await db.insert(hookEvent).values({ id: eventId, kind: "session.ended", subject: "1", data: {}, at: ago(60) });
    await db.insert(hookDelivery).values({ id: crypto.randomUUID(), hookId, eventId, nextAt: ago(-10), ...of });
  };
  await delivery({ state: "delivered", attempts: 1, doneAt: ago(300) });
  await delivery({ attempts: 2 });
  expect(await told()).toBe("hooks.good");
  await delivery({ attempts: 3 });
  expect(await told()).toBe("hooks.failing");
  await delivery({ state: "delivered", attempts: 1, doneAt: ago(5) });
  expect(await told(), "another arrived since").toBe("hooks.good");
  await delivery({ state: "failed", attempts: 9, doneAt: ago(2) });
  expect(await told()).toBe("hooks.failing");
  await db.update(hook).set({ goneAt: ago(1) });
  expect(await told()).toBe("hooks.gone");
  await db.update(hook).set({ endedAt: ago(0) });
  expect(await told()).toBeUndefined();
});

test("sound and picture are judged by the tests of these thirty days; mail that came back is mail that left", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const told = async (part: string) => judge(await findFacts(db, settings)).find((one) => one.part === part)?.code;
  expect(await told("media")).toBe("media.untested");
  const at = await openDialogue(db);
  for (const n of [1, 2, 3]) await register(db, at, `lid${n}@zorg.example`);
  const tested = async (of: Partial<Findings>, when: Date) => {
    await db.delete(connectionCheck);
    for (const { id } of await db.select({ id: registration.id }).from(registration))
      await db.insert(connectionCheck).values({ registrationId: id, findings: { ...nothingKnown, ...of }, at: when });
    return told("media");
  };
  expect(await tested({ udp: "fails", turn: "fails" }, ago(5))).toBe("media.blocked");
  expect(await tested({ udp: "fails", turn: "works" }, ago(5))).toBe("media.detour");
  expect(await tested({ udp: "works" }, ago(5))).toBe("media.good");
  expect(await tested({ udp: "works" }, ago(31 * 24 * 60))).toBe("media.untested");
  await db.update(mail).set({ state: "sent", sentAt: ago(10), dueAt: ago(10) });
  const [one] = await db.select({ id: mail.id }).from(mail).limit(1);
  await db
    .update(mail)
    .set({ state: "failed", error: "5.1.1", sentAt: ago(2), dueAt: ago(2) })
    .where(eq(mail.id, one?.id as never));
  expect(await told("mail")).toBe("mail.some");
  await db
    .update(mail)
    .set({ sentAt: null, error: "550" })
    .where(eq(mail.id, one?.id as never));
  expect(await told("mail")).toBe("mail.fails");
});

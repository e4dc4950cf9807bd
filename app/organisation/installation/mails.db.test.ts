import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { personOf } from "../../dialogue/people/people.server.ts";
import { dialogue } from "../../dialogue/tables.ts";
import { openLedger } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import { mail } from "../../platform/mail/tables.ts";
import { countMails, lettersOf, listMails, sendAgain } from "./mails.server.ts";

async function begin({ db }: FreshDatabase) {
  const dialogueId = randomUUID() as DialogueId;
  return db.transaction(async (tx) => {
    await tx.insert(dialogue).values({ id: dialogueId, slug: dialogueId, title: "Proef" });
    await openLedger(tx, dialogueId);
    const by = await personOf(tx, "samira@example.org", "Samira", "nl");
    await post(tx, { personId: by, kind: "team.invite", event: dialogueId, dialogueId });
    const [row] = await tx.select({ id: mail.id }).from(mail).where(eq(mail.dialogueId, dialogueId));
    if (!row) throw new Error("no mail");
    return { dialogueId, by, id: row.id };
  });
}

test("a mail that failed is sent again once, however often it is pressed", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { dialogueId, by, id } = await begin(database);
  await expect(sendAgain(db, by, id, dialogueId)).rejects.toMatchObject({ code: "not-again" });
  await db.update(mail).set({ state: "failed", attempts: 12, error: "550" });
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => sendAgain(db, by, id, dialogueId)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.select().from(mail)).toMatchObject([{ state: "waiting", attempts: 0, error: null }]);
});

test("an organiser reaches the mail of their own dialogue only", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const [here, there] = [await begin(database), await begin(database)];
  await db.update(mail).set({ state: "failed" });
  await expect(sendAgain(db, here.by, there.id, here.dialogueId)).rejects.toMatchObject({ code: "not-again" });
  expect((await listMails(db, { dialogueId: here.dialogueId, page: 1 })).mails.map(({ id }) => id)).toEqual([here.id]);
  expect(await countMails(db, here.dialogueId)).toMatchObject({ failed: 1 });
  expect((await countMails(db)).failed).toBe(2);
  expect(await lettersOf(db, there.id, here.dialogueId)).toEqual([]);
});

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { fillInvented } from "../../../tests/invented.ts";
import { call, dialogue, session } from "../../dialogue/tables.ts";
import { audit } from "../../platform/database/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import { callShape } from "./call.ts";
import { findCallPage } from "./call-page.server.ts";
import { findPrivacy, saveCall } from "./calls.server.ts";

const typed = (more: Readonly<Record<string, string>>) =>
  callShape.parse({ title: "Veerkracht in de wijk", version: "1", ...more });

test("two people who save on the same version: the second is told by whom, and overwrites nothing", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  const [anna, bert] = [...made.personIds.values()] as [PersonId, PersonId];
  expect(await saveCall(db, made.dialogueId, anna, typed({ lead: "Van Anna" }))).toEqual({ status: "saved", version: 2 });
  const late = await saveCall(db, made.dialogueId, bert, typed({ lead: "Van Bert" }));
  expect(late).toMatchObject({ status: "conflict" });
  expect((late as { by: string }).by).toBe("Marloes Terpstra-Oud");
  const [now] = await db.select().from(call).where(eq(call.dialogueId, made.dialogueId));
  expect(now).toMatchObject({ lead: "Van Anna", version: 2 });
  expect(await saveCall(db, made.dialogueId, bert, typed({ lead: "Van beiden", version: "2" }))).toEqual({
    status: "saved",
    version: 3,
  });
});

test("a changed privacy text gets a new version; the same text does not", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  const [anna] = [...made.personIds.values()] as [PersonId];
  await saveCall(db, made.dialogueId, anna, typed({ privacy: "We gebruiken uw gegevens alleen voor deze dialoog." }));
  expect((await findPrivacy(db, made.dialogueId)).version).toBe(1);
  await saveCall(db, made.dialogueId, anna, typed({ privacy: "Nieuwe tekst.", version: "2" }));
  expect(await findPrivacy(db, made.dialogueId)).toMatchObject({ version: 2, text: "Nieuwe tekst." });
});

test("the title is the dialogue's, and the audit line holds no text", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  const [anna] = [...made.personIds.values()] as [PersonId];
  await saveCall(db, made.dialogueId, anna, typed({ title: "Sterke buurten", lead: "Geheime tekst" }));
  const [row] = await db.select().from(dialogue).where(eq(dialogue.id, made.dialogueId));
  expect(row?.title).toBe("Sterke buurten");
  const lines = await db.select().from(audit).where(eq(audit.scope, made.dialogueId));
  expect(lines.at(-1)).toMatchObject({ what: "call.save", actor: `person:${anna}`, subjectKind: "dialogue" });
  expect(JSON.stringify(lines)).not.toContain("Geheime");
});

test("a call says whether there is a place, the waiting list when there is none, and closed once the date went by", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  const [of] = await db.update(dialogue).set({ state: "open" }).where(eq(dialogue.id, made.dialogueId)).returning();
  if (!of) throw new Error("no dialogue");
  const now = new Date("2026-04-01T09:00:00Z");
  const offerWith = async (capacity: number, registrationClosesAt: Date | null) => {
    await db
      .update(session)
      .set({ state: "registration-open", capacity, registrationClosesAt })
      .where(eq(session.dialogueId, made.dialogueId));
    const { page } = await findCallPage(db, of, "nl", now);
    return page.sessions[0]?.offer;
  };
  expect(await offerWith(500, null)).toBe("place");
  expect(await offerWith(1, null)).toBe("waiting-list");
  expect(await offerWith(500, new Date("2026-03-31T22:00:00Z"))).toBe("closed");
  const { page } = await findCallPage(db, of, "nl", now);
  expect(page).toMatchObject({ report: false, programme: false });
});

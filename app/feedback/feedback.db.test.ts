import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../tests/database.ts";
import { fillInvented } from "../../tests/invented.ts";
import { contribution, dialogue, link, mail, mailbox, person } from "../db/schema.ts";
import type { PersonId, ThemeId } from "../ids.ts";
import { letters } from "../letters.server.ts";
import { makePostman } from "../mail/send.server.ts";
import { publishReport } from "../report/reports.server.ts";
import { doThemes } from "../themes/themes.server.ts";
import { findHeard, sendFailedAgain } from "./heard.server.ts";
import { findMyInput } from "./mine.server.ts";

test("from a need to the report and back to its writer, once per version", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  const [naomi] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  const who = naomi?.id as PersonId;
  const me = made.personIds.get("P060") as PersonId;
  const mine = await db.select().from(contribution).where(eq(contribution.personId, me));
  const need = mine.find(({ kind }) => kind === "need");
  const note = mine.find(({ kind }) => kind === "note");
  if (!need || !note) throw new Error("P060 wrote nothing");

  const before = await findMyInput(db, made.dialogueId, me);
  expect(before.version).toBeNull();
  expect(before.contributions.find(({ number }) => number === need.number)).toMatchObject({
    between: { kind: "no-theme" },
    outcome: { status: "waits" },
  });

  const theme = crypto.randomUUID() as ThemeId;
  await doThemes(db, made.dialogueId, who, { deed: "add", theme, name: "Samen", description: "", needs: [need.id] });
  await publishReport(db, made.dialogueId, { person: who }, { number: 1, change: "" });
  const after = await findMyInput(db, made.dialogueId, me);
  expect(after.contributions).toHaveLength(mine.length);
  expect(after.contributions.find(({ number }) => number === need.number)).toMatchObject({
    between: { kind: "theme", name: "Samen" },
    outcome: { status: "in-report" },
  });
  expect(after.contributions.find(({ number }) => number === note.number)).toMatchObject({ outcome: { status: "not-chosen" } });

  const environment = {
    origin: "https://klankbord.example",
    siteName: "Klankbord",
    mailFrom: "post@voorbeeld.example",
    smtpUrl: undefined,
  };
  const postman = makePostman({ db, environment: environment as never, log: () => {} }, letters);
  const waiting = await db.select().from(mail).where(eq(mail.kind, "report.published"));
  for (const { id } of waiting) await postman.send(id);
  for (const { id } of waiting) await postman.send(id);
  const boxes = await db.select().from(mailbox);
  expect(boxes).toHaveLength(72);
  const [own] = boxes.filter(({ address }) => address === "p060@voorbeeld.example");
  expect(own?.text).toMatch(/\/mee\/\S+\?naar=inbreng/);
  expect(own?.text).toContain("/verslag/veerkracht/1");
  expect(await db.select().from(link).where(eq(link.personId, me))).toHaveLength(1);

  expect(await findHeard(db, made.dialogueId)).toMatchObject({
    number: 1,
    mails: { sent: 72, failed: 0, waiting: 0 },
    open: { unplaced: 319 },
  });
  await db.update(mail).set({ state: "failed" }).where(eq(mail.personId, me));
  expect(await sendFailedAgain(db, made.dialogueId, who, 1)).toBe(1);
  expect(await findHeard(db, made.dialogueId)).toMatchObject({ mails: { sent: 71, waiting: 1 } });

  await publishReport(db, made.dialogueId, { person: who }, { number: 2, change: "Aangevuld." });
  expect(await db.select().from(mail).where(eq(mail.kind, "report.published"))).toHaveLength(144);
  await db.update(dialogue).set({ title: "Anders" }).where(eq(dialogue.id, made.dialogueId));
  const jobs = await db.execute<{ n: number }>(sql`select count(*)::int as n from graphile_worker._private_jobs`);
  expect(jobs.rows[0]?.n).toBeGreaterThanOrEqual(144);
}, 60_000);

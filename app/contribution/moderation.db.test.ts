import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../tests/database.ts";
import { makeMorning } from "../../tests/morning.ts";
import { audit } from "../platform/database/tables.ts";
import type { ContributionId, PersonId, SessionId } from "../platform/ids.ts";
import { hideContribution, unhideContribution } from "./moderation.server.ts";
import { contribution } from "./tables.ts";

test("hidden with a reason, shown again, and nothing of another session", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db, 6);
  const [who, writer] = morning.people as [PersonId, PersonId];
  const [row] = await db
    .insert(contribution)
    .values({ ...morning, number: 1, kind: "need", text: "Naam van een bewoner", shared: "all", personId: writer })
    .returning();
  const id = row?.id as ContributionId;
  const state = async () => (await db.select().from(contribution).where(eq(contribution.id, id)))[0];
  await hideContribution(db, morning, who, id, "Noemt een bewoner");
  await hideContribution(db, morning, who, id, "Nog eens");
  expect(await state()).toMatchObject({ state: "hidden", hiddenReason: "Noemt een bewoner", hiddenBy: who });
  await unhideContribution(db, morning, who, id);
  expect(await state()).toMatchObject({ state: "visible", hiddenReason: null });

  await expect(hideContribution(db, { ...morning, sessionId: randomUUID() as SessionId }, who, id, "x")).rejects.toMatchObject({
    code: "gone",
  });
  const said = JSON.stringify(await db.select().from(audit));
  expect(said).not.toContain("bewoner");
});

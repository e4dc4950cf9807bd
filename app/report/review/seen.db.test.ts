import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeWorld } from "../../../tests/world.ts";
import { contribution } from "../../contribution/tables.ts";
import { dialogue } from "../../dialogue/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import { theme } from "../../themes/tables.ts";
import { doThemes } from "../../themes/themes.server.ts";
import { findDraftPage, findReportPage } from "../publish/page.server.ts";
import { findDraft, saveDraft } from "../write/drafts.server.ts";
import { differenceOf, isSame } from "./difference.ts";
import { findSeen, sawDraft } from "./seen.server.ts";

test("what changed since the team looked is said, texts stay, and looking again starts anew [RP2]", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const here = await makeWorld(db, "hier");
  const [of] = await db.select().from(dialogue).where(eq(dialogue.id, here.dialogueId));
  if (!of) throw new Error("no dialogue");
  const who = here.people[0] as PersonId;
  const now = async () => (await findDraftPage(db, of, new Date())).content;
  const since = async () => {
    const seen = await findSeen(db, of.id);
    return seen && differenceOf(seen.content, await now());
  };
  await db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, of.id));
  const put = { deed: "put", from: null, to: here.themeId, needs: [here.own, here.others] };
  await doThemes(db, of.id, who, put as never);
  const { version } = await findDraft(db, of.id);
  await saveDraft(db, of.id, who, { introduction: "Vooraf.", conclusions: "", version });
  expect(await since()).toBeNull();

  await sawDraft(db, of.id, who, await now());
  expect(isSame((await since()) as never)).toBe(true);
  await db.update(contribution).set({ state: "withdrawn" }).where(eq(contribution.id, here.own));
  await db.update(theme).set({ name: "Dichtbij" }).where(eq(theme.id, here.themeId));
  expect(await since()).toMatchObject({ went: 1, came: 0, renamed: [[expect.any(String), "Dichtbij"]] });
  expect((await findDraft(db, of.id)).introduction).toBe("Vooraf.");

  await sawDraft(db, of.id, who, await now());
  expect(isSame((await since()) as never)).toBe(true);
  // what the team saw tells no reader anything
  expect(JSON.stringify(await findReportPage(db, of))).not.toContain("Dichtbij");
});

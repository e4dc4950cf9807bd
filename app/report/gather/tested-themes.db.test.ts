import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { fillInvented } from "../../../tests/invented.ts";
import type { ContributionId, InsightId, PersonId, ThemeId } from "../../platform/ids.ts";
import { coverInsights, revealInsights } from "../../session/outcomes/reveal.server.ts";
import { follow } from "../../themes/history/history.server.ts";
import { doThemes } from "../../themes/themes.server.ts";
import { tieInsights } from "../../themes/tie.server.ts";
import { countMarks, findShortList } from "../priorities/short-lists.server.ts";
import { testedThemes } from "./tested-themes.server.ts";

test("agreement stands with the theme that it tests, once shown, and goes along when themes merge and come back", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  const { dialogueId } = made;
  const who = made.personIds.get("P001") as PersonId;
  const needs = [...made.needIds.values()] as ContributionId[];
  const [a, b] = [crypto.randomUUID(), crypto.randomUUID()] as [ThemeId, ThemeId];
  const add = (theme: ThemeId, name: string, own: ContributionId[]) =>
    doThemes(db, dialogueId, who, { deed: "add", theme, name, description: "", needs: own });
  await add(a, "Eén gezicht", needs.slice(0, 160));
  await add(b, "Rust", needs.slice(160));
  const tie = (theme: ThemeId, tied: number[], was: number[] = []) => tieInsights(db, dialogueId, who, { theme, tied, was });
  await tie(a, [1, 2]);
  expect((await testedThemes(db, dialogueId)).size).toBe(0);
  const insights = [...made.insightIds.values()] as InsightId[];
  await revealInsights(db, dialogueId, who, insights[0] as InsightId);
  const numbers = async (theme: ThemeId) => (await testedThemes(db, dialogueId)).get(theme)?.map(({ number }) => number) ?? [];
  expect(await numbers(a)).toEqual([1]);
  const [one] = (await testedThemes(db, dialogueId)).get(a) ?? [];
  expect(one?.all && one.all.low <= one.all.share && one.all.share <= one.all.high).toBe(true);

  await countMarks(db, dialogueId, who, { length: 3, over: "themes" });
  const { figures } = await findShortList(db, dialogueId);
  expect(figures?.options.find(({ id }) => id === a)?.tested).toEqual([one]);

  // two at once: only what each changed is changed
  await tie(a, [1, 2, 3], [1, 2]);
  await tie(a, [2], [1, 2]);
  await tie(b, [3]);
  await tie(a, [2], [2, 3]);
  await tie(a, [1, 2], [2]);
  await revealInsights(db, dialogueId, who, "all");
  expect(await numbers(a)).toEqual([1, 2]);
  expect(await numbers(b)).toEqual([3]);

  await doThemes(db, dialogueId, who, { deed: "merge", from: a, into: b });
  expect(await numbers(b)).toEqual([1, 2, 3]);
  const merged = (await follow(db, dialogueId)).done.at(-1)?.step ?? 0;
  expect(await doThemes(db, dialogueId, who, { deed: "undo", step: merged })).toMatchObject({ status: "done" });
  expect(await numbers(b)).toEqual([3]);
  expect([...(await testedThemes(db, dialogueId)).values()].map((all) => all.length).sort()).toEqual([1, 2]);
  await coverInsights(db, dialogueId, who, "all");
  expect((await testedThemes(db, dialogueId)).size).toBe(0);
});

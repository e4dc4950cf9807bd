import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { type Morning, makeMorning } from "../../../tests/morning.ts";
import { contributionForm } from "../../contribution/contribution-form.ts";
import { addContribution, shareContribution, withdrawContribution } from "../../contribution/contributions.server.ts";
import { contribution } from "../../contribution/tables.ts";
import { session, step } from "../../dialogue/tables.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { PersonId, ThemeId } from "../../platform/ids.ts";
import { theme } from "../../themes/tables.ts";
import { markNeed, marksAreOpen, marksOf, markTheme, themeMarksOf, themesToMark } from "./marks.server.ts";
import { mark } from "./tables.ts";

const writer = (morning: Morning, at = 0) => ({
  dialogueId: morning.dialogueId,
  sessionId: morning.sessionId,
  personId: morning.people[at] as PersonId,
});
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof Refused ? error.code : `${error}`),
  );
async function needs(db: Db, morning: Morning, count: number) {
  const step = await morning.goTo("alone");
  const ids = [];
  for (let i = 0; i < count; i++) {
    const wish = contributionForm.parse({ id: crypto.randomUUID(), kind: "need", text: `Nodig ${i}`, step });
    const { id } = await addContribution(db, writer(morning, 1), wish);
    await shareContribution(db, writer(morning, 1), id, "all");
    ids.push(id);
  }
  return ids;
}

test("ten presses at once on ten needs give three marks", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const ids = await needs(db, morning, 10);
  await morning.goTo("prioritise");
  const codes = await Promise.all(ids.map((id) => code(markNeed(db, writer(morning), id, true))));
  expect(codes.filter((c) => c === "done")).toHaveLength(3);
  expect(codes.filter((c) => c === "none-left")).toHaveLength(7);
  const [first] = await marksOf(db, morning.sessionId, writer(morning).personId);
  if (!first) throw new Error("no mark");
  await markNeed(db, writer(morning), first, false);
  await markNeed(db, writer(morning), first, true);
  await markNeed(db, writer(morning), first, true);
  expect(await db.$count(mark)).toBe(3);
});

test("marks are for needs that all can see, and while the step asks for them", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const [shared] = await needs(db, morning, 1);
  const wish = contributionForm.parse({
    id: crypto.randomUUID(),
    kind: "need",
    text: "Van mij",
    step: await morning.goTo("alone"),
  });
  const secret = await addContribution(db, writer(morning), wish);
  if (!shared) throw new Error("no need");
  expect(await code(markNeed(db, writer(morning), shared, true))).toBe("not-now");
  await morning.goTo("prioritise");
  expect(await code(markNeed(db, writer(morning), secret.id, true))).toBe("not-yours");
  expect(await code(markNeed(db, writer(morning), shared, true))).toBe("done");
  await db.update(session).set({ state: "ended" }).where(eq(session.id, morning.sessionId));
  expect(await code(markNeed(db, writer(morning), shared, false))).toBe("ended");
});

test("a withdrawn need gives its mark back, a hidden one keeps it and can be let go", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const [a, b, c, d, e] = await needs(db, morning, 5);
  if (!a || !b || !c || !d || !e) throw new Error("no needs");
  await morning.goTo("prioritise");
  for (const id of [a, b, c]) await markNeed(db, writer(morning), id, true);
  await withdrawContribution(db, writer(morning, 1), a);
  expect(await code(markNeed(db, writer(morning), d, true))).toBe("done");
  await db.update(contribution).set({ state: "hidden" }).where(eq(contribution.id, b));
  expect(await code(markNeed(db, writer(morning), e, true))).toBe("none-left");
  await markNeed(db, writer(morning), b, false);
  expect(await code(markNeed(db, writer(morning), e, true))).toBe("done");
  expect(new Set(await marksOf(db, morning.sessionId, writer(morning).personId))).toEqual(new Set([c, d, e]));
});

test("themes: three marks each in a step that asks for them; a merged theme gives its mark back", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db);
  const rows = await db
    .insert(theme)
    .values(["a", "b", "c", "d"].map((name, position) => ({ dialogueId: morning.dialogueId, name, position })))
    .returning({ id: theme.id });
  const [a, b, c, d] = rows.map(({ id }) => id) as [ThemeId, ThemeId, ThemeId, ThemeId];
  const me = writer(morning);
  const step1 = await morning.goTo("prioritise");
  expect(await code(markTheme(db, me, a, true))).toBe("not-now");
  await db
    .update(step)
    .set({ collects: ["theme-mark"] })
    .where(eq(step.id, step1));
  for (const id of [a, b, c, c]) expect(await code(markTheme(db, me, id, true))).toBe("done");
  expect(await code(markTheme(db, me, d, true))).toBe("none-left");
  expect(await code(markTheme(db, me, crypto.randomUUID() as ThemeId, true))).toBe("not-yours");
  expect(await marksAreOpen(db, morning.dialogueId)).toBe(true);
  await db.update(theme).set({ mergedInto: a }).where(eq(theme.id, b));
  expect(await code(markTheme(db, me, d, true))).toBe("done");
  expect(await themeMarksOf(db, morning.sessionId, me.personId)).toEqual([a, c, d]);
  expect((await themesToMark(db, morning.dialogueId)).map(({ name }) => name)).toEqual(["a", "c", "d"]);
  await markTheme(db, me, a, false);
  expect(await themeMarksOf(db, morning.sessionId, me.personId)).toEqual([c, d]);
  await morning.goTo("plenary");
  expect(await marksAreOpen(db, morning.dialogueId)).toBe(false);
});

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { fillInvented, type Invented } from "../../../tests/invented.ts";
import { placement } from "../../contribution/tables.ts";
import { session, step } from "../../dialogue/tables.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { audit } from "../../platform/database/tables.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { PersonId, ThemeId } from "../../platform/ids.ts";
import { mark, themeMark } from "../../session/weigh/tables.ts";
import { theme } from "../../themes/tables.ts";
import { countMarks, findShortList, revealedShortList, revealShortList } from "./short-lists.server.ts";

/** Themes as the analyst made them, the needs dealt over them in turn. */
async function makeThemes(db: Db, { dialogueId, needIds }: Invented): Promise<ThemeId[]> {
  const names = ["Eén gezicht", "Rust in geld", "Een plek in de buurt", "Taal", "Veilig thuis", "Samen opvoeden"];
  const rows = await db
    .insert(theme)
    .values(names.map((name, position) => ({ dialogueId, name, position })))
    .returning({ id: theme.id });
  const ids = rows.map(({ id }) => id);
  const places = [...needIds.values()].map((contributionId, at) => ({
    contributionId,
    themeId: ids[at % ids.length] as ThemeId,
  }));
  await db.insert(placement).values(places);
  return ids;
}
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof Refused ? error.code : `${error}`),
  );

test("counted when nobody can mark any more, shown when it is revealed, and the same until five people changed", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  const { dialogueId } = made;
  await makeThemes(db, made);
  const who = made.personIds.get("P001") as PersonId;
  const wish = { length: 5, over: "themes" } as const;
  expect(await code(revealShortList(db, dialogueId, who, true))).toBe("not-counted");

  const [weigh] = await db.select().from(step).where(eq(step.kind, "prioritise"));
  await db.update(session).set({ state: "live", currentStepId: weigh?.id ?? null });
  expect(await code(countMarks(db, dialogueId, who, wish))).toBe("marks-open");
  await db.update(session).set({ state: "ended" });
  expect(await code(countMarks(db, dialogueId, who, wish))).toBe("done");
  const { figures } = await findShortList(db, dialogueId);
  expect(figures?.count).toHaveLength(Math.min(5, figures?.options.length ?? 0));
  expect(figures?.options.length).toBeGreaterThan(3);
  for (const one of figures?.options ?? []) expect(one.people).toBeGreaterThanOrEqual(5);

  expect(await revealedShortList(db, dialogueId)).toBeNull();
  await revealShortList(db, dialogueId, who, true);
  expect(await revealedShortList(db, dialogueId)).toEqual(figures);

  // one person changes: the count stays, whatever is asked; five: it may be counted anew
  const people = [...new Set((await db.select({ id: mark.personId }).from(mark)).map(({ id }) => id))];
  const touch = (ids: readonly PersonId[]) =>
    Promise.all(
      ids.map((id) =>
        db
          .update(mark)
          .set({ at: new Date(Date.now() + 60_000) })
          .where(eq(mark.personId, id)),
      ),
    );
  await touch(people.slice(0, 1));
  expect(await code(countMarks(db, dialogueId, who, { ...wish, length: 4 }))).toBe("few-changed");
  await touch(people.slice(0, 5));
  expect(await code(countMarks(db, dialogueId, who, { ...wish, length: 4 }))).toBe("done");
  expect((await findShortList(db, dialogueId)).figures?.count.length).toBeLessThanOrEqual(4);

  await revealShortList(db, dialogueId, who, false);
  expect(await revealedShortList(db, dialogueId)).toBeNull();
  expect(await code(countMarks(db, dialogueId, who, { length: 3, over: "needs" }))).toBe("done");
  const verbs = (await db.select({ what: audit.what }).from(audit))
    .map(({ what }) => what)
    .filter((what) => what.startsWith("priorities"));
  expect(verbs).toEqual(["priorities.count", "priorities.reveal", "priorities.count", "priorities.cover", "priorities.count"]);
});

test("marks on themes count as such, and follow a theme into what it was merged into", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  const { dialogueId, sessionId } = made;
  const who = made.personIds.get("P001") as PersonId;
  await db.delete(mark);
  const [a, b, c] = (await makeThemes(db, made)) as [ThemeId, ThemeId, ThemeId];
  const people = [...made.personIds.values()];
  const give = (ids: readonly PersonId[], themeId: ThemeId) =>
    db.insert(themeMark).values(ids.map((personId) => ({ sessionId, personId, themeId })));
  await give(people.slice(0, 6), a);
  await give(people.slice(3, 9), b);
  await give(people.slice(20, 24), c);
  await db.update(theme).set({ mergedInto: a, removedAt: null }).where(eq(theme.id, b));
  await countMarks(db, dialogueId, who, { length: 3, over: "themes" });
  const { figures } = await findShortList(db, dialogueId);
  expect(figures).toMatchObject({ people: 9, withheld: 1, count: [a] });
  expect(figures?.options).toMatchObject([{ id: a, people: 9 }]);
});

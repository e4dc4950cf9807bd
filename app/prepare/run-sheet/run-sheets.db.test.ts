import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { fillInvented } from "../../../tests/invented.ts";
import { session } from "../../dialogue/tables.ts";
import type { PersonId, StepId } from "../../platform/ids.ts";
import { editRunSheet, findSteps } from "./run-sheets.server.ts";
import type { Step } from "./step.ts";

async function sheet(state: "planned" | "live" | "ended", currentStep?: number) {
  const database = await freshDatabase();
  const made = await fillInvented(database.db);
  const currentStepId = currentStep === undefined ? null : (made.stepIds[currentStep] ?? null);
  await database.db.update(session).set({ state, currentStepId }).where(eq(session.id, made.sessionId));
  const [who] = [...made.personIds.values()] as [PersonId];
  return {
    db: database.db,
    steps: made.stepIds,
    list: () => findSteps(database.db, made.sessionId),
    edit: (edit: Parameters<typeof editRunSheet>[3]) => editRunSheet(database.db, made, who, edit),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}
const at = (steps: readonly StepId[], n: number) => steps[n] as StepId;

test("parts move, change their minutes, go and come", async () => {
  await using s = await sheet("planned");
  expect(await s.edit({ kind: "move", id: at(s.steps, 0), to: 2 })).toEqual({ ok: true });
  expect((await s.list()).slice(0, 3).map((one) => one.id)).toEqual([s.steps[1], s.steps[2], s.steps[0]]);
  await s.edit({ kind: "minutes", id: at(s.steps, 4), seconds: 300 });
  expect((await s.list()).find((one) => one.id === s.steps[4])?.seconds).toBe(300);
  const before = await s.list();
  await s.edit({ kind: "remove", id: at(s.steps, 4) });
  expect(await s.list()).toHaveLength(8);
  const gone = before.find((one) => one.id === s.steps[4]) as Step;
  await s.edit({ kind: "add", step: gone, at: 4 });
  expect(await s.list()).toHaveLength(9);
});

test("a save on an older sheet is answered, and writes nothing", async () => {
  await using s = await sheet("planned");
  const [first] = await s.list();
  if (!first) throw new Error("no step");
  await s.edit({ kind: "minutes", id: first.id, seconds: 60 });
  expect(await s.edit({ kind: "save", id: first.id, seen: 1, to: { ...first, title: "Anders" } })).toEqual({
    ok: false,
    code: "changed",
  });
  expect((await s.list())[0]).toMatchObject({ title: first.title, seconds: 60 });
  expect(await s.edit({ kind: "save", id: first.id, seen: 2, to: { ...first, title: "Anders" } })).toEqual({ ok: true });
});

test("what has begun stays; what is over stays whole", async () => {
  await using live = await sheet("live", 2);
  expect(await live.edit({ kind: "remove", id: at(live.steps, 2) })).toEqual({ ok: false, code: "already-begun" });
  expect(await live.edit({ kind: "minutes", id: at(live.steps, 3), seconds: 600 })).toEqual({ ok: true });
  await using ended = await sheet("ended");
  expect(await ended.edit({ kind: "move", id: at(ended.steps, 5), to: 6 })).toEqual({ ok: false, code: "over" });
});

test("the same part added twice stands there once", async () => {
  await using s = await sheet("planned");
  const [first] = await s.list();
  if (!first) throw new Error("no step");
  const made = { ...first, id: crypto.randomUUID() as StepId };
  expect(await s.edit({ kind: "add", step: made })).toEqual({ ok: true });
  expect(await s.edit({ kind: "add", step: made })).toEqual({ ok: false, code: "double-step" });
  expect(await s.list()).toHaveLength(10);
});

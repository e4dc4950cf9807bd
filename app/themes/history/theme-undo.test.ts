import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContributionId, ThemeId, WordingId } from "../../platform/ids.ts";
import { applyEach, noThemes, replay, type ThemeOperation, type Themes } from "./theme-history.ts";
import { type Done, stepsOf, undo } from "./theme-undo.ts";

const themes = ["t1", "t2", "t3", "t4"] as ThemeId[];
const needs = ["n1", "n2", "n3", "n4", "n5", "n6"] as ContributionId[];
const [anyTheme, anyNeed] = [fc.constantFrom(...themes), fc.constantFrom(...needs)];
const some = fc.uniqueArray(anyNeed, { minLength: 1, maxLength: 4 });
/** Presses of buttons, as the desk has them: each of one kind. */
const anyPress: fc.Arbitrary<ThemeOperation[]> = fc.oneof(
  fc
    .tuple(anyTheme, fc.uniqueArray(anyNeed, { maxLength: 2 }))
    .map(([theme, own]): ThemeOperation[] => [
      { kind: "add", theme },
      ...own.map((need): ThemeOperation => ({ kind: "place", need, theme })),
    ]),
  fc.tuple(some, anyTheme).map(([own, theme]) => own.map((need): ThemeOperation => ({ kind: "place", need, theme }))),
  fc
    .tuple(some, anyTheme, anyTheme)
    .map(([own, from, to]) => own.map((need): ThemeOperation => ({ kind: "move", need, from, to }))),
  fc.tuple(some, anyTheme).map(([own, from]) => own.map((need): ThemeOperation => ({ kind: "unplace", need, from }))),
  fc.tuple(anyTheme, anyTheme).map(([from, into]): ThemeOperation[] => [{ kind: "merge", from, into }]),
  fc.tuple(anyTheme, anyTheme, some).map(([from, into, own]): ThemeOperation[] => [{ kind: "split", from, into, needs: own }]),
  anyTheme.map((theme): ThemeOperation[] => [{ kind: "remove", theme }]),
  anyTheme.map((theme): ThemeOperation[] => [{ kind: "rename", theme }]),
);
const presses = fc.array(anyPress, { maxLength: 30 });

/** What each theme is called; a theme that was never renamed has no name here. */
type Names = ReadonlyMap<ThemeId, string>;

/** What the desk shows: which needs lie together, and what that is called, whatever the id of the theme is inside. */
const shown = ({ themes: all, places }: Themes, names: Names = new Map()) => {
  const groups = new Map([...all].filter(([, { status }]) => status === "visible").map(([id]) => [id, [] as string[]]));
  for (const [need, theme] of places) groups.get(theme)?.push(need);
  return [...groups].map(([id, own]) => `${names.get(id) ?? ""}: ${own.sort().join()}`).sort();
};

function press(all: readonly (readonly ThemeOperation[])[]) {
  const done: Done[] = [];
  const states = [noThemes];
  const named: Names[] = [new Map()];
  const wordings = new Map<WordingId, string>();
  let state: Themes = noThemes;
  for (const operations of all) {
    const applied = applyEach(state, operations, ({ kind }) => kind === "place" || kind === "move" || kind === "unplace");
    if (applied.status === "refused" || applied.done.length === 0) continue;
    const names = new Map(named.at(-1));
    for (const one of applied.done) {
      const before = `words ${wordings.size}` as WordingId;
      if (one.kind === "rename") wordings.set(before, names.get(one.theme) ?? "");
      if (one.kind === "rename") names.set(one.theme, `name ${states.length}`);
      done.push({ operation: one.kind === "rename" ? { ...one, before } : one, step: states.length, undoes: null });
    }
    state = applied.state;
    states.push(state);
    named.push(names);
  }
  return { done, states, named, wordings };
}

test("step after step goes back, all the way to the beginning, each to exactly what stood there", () => {
  fc.assert(
    fc.property(presses, (all) => {
      const { done, states, named, wordings } = press(all);
      const history: Done[] = [...done];
      const names = new Map(named.at(-1));
      for (let step = states.length - 1; step > 0; step--) {
        const back = undo(history, step, `back ${step}` as ThemeId);
        const before = states[step - 1] as Themes;
        if (back.status === "refused") throw new Error(`step ${step} of ${states.length - 1}: ${back.code}`);
        for (const { from, as } of back.revived) names.set(as, names.get(from) ?? "");
        for (const operation of back.operations) {
          if (operation.kind === "rename" && operation.as) names.set(operation.theme, wordings.get(operation.as) ?? "");
          history.push({ operation, step: states.length + step, undoes: step });
        }
        expect(shown(replay(history.map(({ operation }) => operation)), names)).toEqual(shown(before, named[step - 1]));
      }
    }),
  );
});

test("undo says the same with what is known beforehand, and touches nothing that it was given", () => {
  fc.assert(
    fc.property(presses, fc.nat(25), (all, pick) => {
      const { done, states } = press(all);
      const now = states.at(-1) as Themes;
      const copy = structuredClone(now);
      const step = pick % (states.length + 1);
      const fresh = "fresh" as ThemeId;
      expect(undo(done, step, fresh, now, stepsOf(done))).toEqual(undo(done, step, fresh));
      expect(now).toEqual(copy);
    }),
  );
});

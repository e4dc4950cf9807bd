import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContributionId, PersonId, ThemeId } from "../../platform/ids.ts";
import { peopleBehind, placeOf, standing, themeNow } from "../theme-standing.ts";
import { applyEach, needsOf, noThemes, type RefusalCode, replay, type ThemeOperation, type Themes } from "./theme-history.ts";

const theme = (id: string) => id as ThemeId;
const need = (id: string) => id as ContributionId;
const [debts, meeting, trust] = [theme("debts"), theme("meeting"), theme("trust")];
const [n1, n2, n3] = [need("n1"), need("n2"), need("n3")];
const started: ThemeOperation[] = [
  { kind: "add", theme: debts },
  { kind: "add", theme: meeting },
  { kind: "place", need: n1, theme: debts },
  { kind: "place", need: n2, theme: debts },
];

const apply = (state: Themes, operation: ThemeOperation) => applyEach(state, [operation], () => false);

/** The themes a need stood in, first one first; null stands for not placed. */
const stoodIn = (state: Themes, need: ContributionId) => [null, ...(state.trails.get(need) ?? []).map(({ to }) => to)];

describe("themes by hand", () => {
  test("a need goes from not placed to a theme, to another, and back", () => {
    const state = replay([
      ...started,
      { kind: "move", need: n1, from: debts, to: meeting },
      { kind: "unplace", need: n1, from: meeting },
    ]);
    expect(placeOf(state, n1)).toBeNull();
    expect(stoodIn(state, n1)).toEqual([null, debts, meeting, null]);
    expect(standing(state, [n1, n2, n3])).toEqual({
      themes: new Map([
        [debts, [n2]],
        [meeting, []],
      ]),
      notPlaced: [n1, n3],
    });
  });

  test("merging takes the needs along and says where the theme went, also twice", () => {
    const state = replay([
      ...started,
      { kind: "add", theme: trust },
      { kind: "merge", from: debts, into: meeting },
      { kind: "merge", from: meeting, into: trust },
    ]);
    expect(needsOf(state, trust)).toEqual([n1, n2]);
    expect(themeNow(state, debts)).toBe(trust);
    expect(stoodIn(state, n2)).toEqual([null, debts, meeting, trust]);
  });

  test("splitting makes a theme of some needs and remembers from where", () => {
    const state = replay([...started, { kind: "split", from: debts, into: trust, needs: [n2] }]);
    expect([needsOf(state, debts), needsOf(state, trust)]).toEqual([[n1], [n2]]);
    expect(state.themes.get(trust)).toEqual({ status: "visible", splitFrom: debts });
    expect(state.trails.get(n2)?.at(-1)).toEqual({ from: debts, to: trust, kind: "split", operation: 4 });
  });

  test("only an empty theme can be removed", () => {
    expect(apply(replay(started), { kind: "remove", theme: debts })).toEqual({ status: "refused", code: "not-empty" });
    const state = replay([...started, { kind: "remove", theme: meeting }]);
    expect([...standing(state, []).themes.keys()]).toEqual([debts]);
    expect(themeNow(state, meeting)).toBeNull();
  });

  test.each<[RefusalCode, ThemeOperation]>([
    ["theme-exists", { kind: "add", theme: debts }],
    ["unknown-theme", { kind: "rename", theme: trust }],
    ["unknown-theme", { kind: "place", need: n3, theme: trust }],
    ["already-there", { kind: "place", need: n1, theme: debts }],
    ["stands-elsewhere", { kind: "place", need: n1, theme: meeting }],
    ["stands-elsewhere", { kind: "move", need: n3, from: debts, to: meeting }],
    ["already-there", { kind: "move", need: n1, from: meeting, to: debts }],
    ["same-theme", { kind: "move", need: n1, from: debts, to: debts }],
    ["already-there", { kind: "unplace", need: n3, from: debts }],
    ["stands-elsewhere", { kind: "unplace", need: n1, from: meeting }],
    ["same-theme", { kind: "merge", from: debts, into: debts }],
    ["nothing-chosen", { kind: "split", from: debts, into: trust, needs: [] }],
    ["theme-exists", { kind: "split", from: debts, into: meeting, needs: [n1] }],
    ["stands-elsewhere", { kind: "split", from: debts, into: trust, needs: [n1, n3] }],
  ])("refuses: %s, %j", (code, operation) => {
    expect(apply(replay(started), operation)).toEqual({ status: "refused", code });
  });

  test("a merged theme takes nothing any more", () => {
    const state = replay([...started, { kind: "merge", from: debts, into: meeting }]);
    expect(apply(state, { kind: "place", need: n3, theme: debts })).toEqual({ status: "refused", code: "theme-gone" });
    expect(apply(state, { kind: "merge", from: meeting, into: debts })).toEqual({ status: "refused", code: "theme-gone" });
  });

  test("a list that cannot be is a fault", () => {
    expect(() => replay([{ kind: "remove", theme: debts }])).toThrow("theme operation 0 (remove) cannot be: unknown-theme");
  });
});

describe("whatever is done", () => {
  const themes = ["t1", "t2", "t3", "t4", "t5", "t6"].map(theme);
  const needs = ["n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8"].map(need);
  const [anyTheme, anyNeed] = [fc.constantFrom(...themes), fc.constantFrom(...needs)];
  const anyOperation: fc.Arbitrary<ThemeOperation> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("add" as const), theme: anyTheme }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("rename" as const), theme: anyTheme }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("place" as const), need: anyNeed, theme: anyTheme }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant("move" as const), need: anyNeed, from: anyTheme, to: anyTheme }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("unplace" as const), need: anyNeed, from: anyTheme }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("merge" as const), from: anyTheme, into: anyTheme }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("split" as const),
        from: anyTheme,
        into: anyTheme,
        needs: fc.uniqueArray(anyNeed, { maxLength: 2 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), theme: anyTheme }) },
  );
  const run = (
    wanted: readonly ThemeOperation[],
    after: (before: Themes, state: Themes, operation: ThemeOperation) => void = () => {},
  ) => {
    let state = noThemes;
    const done: ThemeOperation[] = [];
    for (const operation of wanted) {
      const result = apply(state, operation);
      if (result.status === "refused") continue;
      after(state, result.state, operation);
      state = result.state;
      done.push(operation);
    }
    return { state, done };
  };
  const everything = fc.array(anyOperation, { maxLength: 60 });

  test("each need stands in exactly one visible place, and none vanishes", () => {
    fc.assert(
      fc.property(everything, (wanted) => {
        run(wanted, (_, state) => {
          const { themes: visible, notPlaced } = standing(state, needs);
          const seen = [...[...visible.values()].flat(), ...notPlaced];
          expect(seen.sort()).toEqual([...needs].sort());
          for (const place of state.places.values()) expect(state.themes.get(place)?.status).toBe("visible");
        });
      }),
    );
  });

  test("the trail of a need is unbroken and ends where it stands", () => {
    fc.assert(
      fc.property(everything, (wanted) => {
        const { state } = run(wanted);
        for (const one of needs) {
          const trail = state.trails.get(one) ?? [];
          trail.forEach((step, i) => {
            expect(step.from).toBe(trail[i - 1]?.to ?? null);
            expect(step.operation).toBeGreaterThan(trail[i - 1]?.operation ?? -1);
          });
          expect(trail.at(-1)?.to ?? null).toBe(placeOf(state, one));
        }
      }),
    );
  });

  test("a merge or split changes the place of no other need, and the theme can be followed to its needs", () => {
    fc.assert(
      fc.property(everything, (wanted) => {
        run(wanted, (before, state, operation) => {
          if (operation.kind !== "merge" && operation.kind !== "split") return;
          for (const one of needs) {
            const taken = operation.kind === "merge" ? placeOf(before, one) === operation.from : operation.needs.includes(one);
            expect(placeOf(state, one)).toBe(taken ? operation.into : placeOf(before, one));
          }
          if (operation.kind === "merge") expect(themeNow(state, operation.from)).toBe(operation.into);
        });
      }),
    );
  });

  test("the people behind a merged theme are those behind either, each once", () => {
    const people = ["p1", "p2", "p3", "p4"] as PersonId[];
    const anyBehind = fc.array(fc.subarray(people), { minLength: needs.length, maxLength: needs.length });
    fc.assert(
      fc.property(everything, anyBehind, (wanted, sets) => {
        const behind = new Map(needs.map((one, i) => [one, sets[i] ?? []]));
        run(wanted, (before, state, operation) => {
          if (operation.kind !== "merge") return;
          const of = (themes: Themes, id: ThemeId) => peopleBehind(needsOf(themes, id), behind);
          expect(of(state, operation.into)).toEqual(new Set([...of(before, operation.from), ...of(before, operation.into)]));
        });
      }),
    );
  });

  test("replaying what was done gives the same, whole or in two parts, and leaves earlier states alone", () => {
    fc.assert(
      fc.property(everything, fc.nat(60), (wanted, cut) => {
        const { state, done } = run(wanted);
        expect(replay(done)).toEqual(state);
        const half = replay(done.slice(0, cut));
        const copy = structuredClone(half);
        expect(replay(done.slice(cut), half)).toEqual(state);
        expect(half).toEqual(copy);
        expect(noThemes.themes.size).toBe(0);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerToNeed, answerToTheme, type Decided, fieldsLeft, served, unanswered, verdicts } from "./answer.ts";
import { answersView } from "./answers-view.ts";

const at = (day: number) => new Date(Date.UTC(2027, 3, day));
const said = (id: number, about: { theme?: string; need?: string }, verdict: Decided["verdict"] = "taken-up"): Decided => ({
  ...{ id, theme: about.theme ?? null, need: about.need ?? null, verdict, reason: `Reden ${id}`, item: null, at: at(id) },
});

describe("answers", () => {
  test("what is said to a need goes before what is said to its theme [PR6]", () => {
    const all = [said(1, { need: "n1" }, "not"), said(2, { theme: "t1" })];
    expect(answerToNeed(all, { id: "n1", theme: "t1" })?.id).toBe(1);
    expect(answerToNeed(all, { id: "n2", theme: "t1" })?.id).toBe(2);
    expect(answerToNeed(all, { id: "n2", theme: null })).toBeNull();
  });

  test("the last one holds, in whatever order they are given [PR7]", () => {
    const all = [said(3, { theme: "t1" }, "later"), said(1, { theme: "t1" }), said(2, { theme: "t1" }, "not")];
    expect(answerToTheme(all, "t1")).toMatchObject({ id: 3, verdict: "later" });
  });

  test("a need in a theme that was merged into one without an answer waits again [PR8]", () => {
    const all = [said(1, { theme: "old" })];
    expect(unanswered(all, [{ id: "n1", theme: "new" }])).toHaveLength(1);
  });

  test("every need is answered or waits, never both, and none is lost [PR5]", () => {
    const subject = fc.constantFrom("a", "b", "c", "d");
    const decisions = fc.array(fc.record({ about: subject, onTheme: fc.boolean(), verdict: fc.constantFrom(...verdicts) }));
    const needs = fc.uniqueArray(fc.record({ id: subject, theme: fc.option(subject) }), { selector: ({ id }) => id });
    fc.assert(
      fc.property(decisions, needs, (made, all) => {
        const list = made.map(({ about, onTheme, verdict }, id) =>
          said(id, onTheme ? { theme: about } : { need: about }, verdict),
        );
        const waits = unanswered(list, all);
        for (const need of all) {
          const hears = list.some((one) => one.need === need.id || (one.theme !== null && one.theme === need.theme));
          expect(waits.includes(need)).toBe(!hears);
        }
      }),
    );
  });
});

describe("who is served [PR4]", () => {
  const item = (number: number, state: "idea" | "stopped", themes: string[], fields: string[] = []) => ({
    ...{ number, state, themes, fields },
  });

  test("a stopped item serves nothing", () => {
    const found = served([item(1, "idea", ["t1", "t2"]), item(2, "stopped", ["t1"])], ["t1", "t2", "t3"]);
    expect([...found]).toEqual([
      ["t1", [1]],
      ["t2", [1]],
      ["t3", []],
    ]);
  });

  test("a field is left when no living item names it, and none is for everybody", () => {
    const fields = ["wonen", "zorg"];
    expect(fieldsLeft([item(1, "idea", [], ["wonen"]), item(2, "stopped", [])], fields)).toEqual(["zorg"]);
    expect(fieldsLeft([item(1, "idea", [], ["wonen"]), item(2, "idea", [])], fields)).toEqual([]);
    expect(fieldsLeft([], fields)).toEqual(fields);
  });
});

test("what waits longest stands first, themes and lone needs in one list [PR9]", () => {
  const need = (number: number, day: number, theme: string | null) => ({
    ...{ id: `n${number}`, number, text: `Behoefte ${number}`, theme, at: at(day) },
  });
  const needs = [need(1, 3, "t1"), need(2, 9, "t1"), need(3, 2, null), need(4, 1, "t2")];
  const decisions = [said(1, { theme: "t2" })];
  const themes = ["t1", "t2"].map((id, n) => ({ id, name: `Thema ${id}`, items: n === 0 ? [7] : [] }));
  const view = answersView(
    { decisions, needs, themes, open: unanswered(decisions, needs), items: [{ id: "i7", number: 7 }] },
    "2",
  );
  expect(view.waiting.map(({ anchor, needs, suggested }) => [anchor, needs.length, suggested])).toEqual([
    ["behoefte-3", 1, undefined],
    ["thema-t1", 2, "i7"],
  ]);
  expect(view.answered.map(({ title, answer }) => [title, answer.id])).toEqual([["Thema t2", 1]]);
  expect(view.one?.number).toBe(2);
});

import { describe, expect, test } from "vitest";
import { follow, waysOut } from "../../platform/database/transitions.ts";
import { isLate, itemLimits, itemLists, itemShape, itemStates, itemTransitions, readSteps } from "./item.ts";

describe("an item goes on by events [PR1]", () => {
  test("from every state there is a way on or back, and from an idea each other state is reached", () => {
    for (const state of itemStates) expect(waysOut(itemTransitions, state).length, state).toBeGreaterThan(0);
    const reached = new Set<string>(["idea"]);
    for (let more = true; more; ) {
      const found = itemTransitions.filter(({ from, to }) => reached.has(from) && !reached.has(to));
      for (const { to } of found) reached.add(to);
      more = found.length > 0;
    }
    expect([...reached].sort()).toEqual([...itemStates].sort());
  });

  test("what was not decided does not start, and what was done twice is done once", () => {
    expect(follow(itemTransitions, "idea", "start")).toEqual({ ok: false, code: "not-now" });
    expect(follow(itemTransitions, "running", "start")).toEqual({ ok: false, code: "already-there" });
    expect(follow(itemTransitions, "stopped", "resume")).toEqual({ ok: true, state: "idea" });
  });
});

describe("the steps of a form", () => {
  test("rows without anything are left out", () => {
    const typed = { "step-0": " Bel de wijkteams ", "due-0": "2027-04-16", "done-0": "on", "step-2": "Begin", "due-2": "" };
    expect(readSteps(typed)).toEqual({
      ok: true,
      steps: [
        { text: "Bel de wijkteams", due: "2027-04-16", done: true },
        { text: "Begin", due: null, done: false },
      ],
    });
  });

  test("a day without words, a day that does not exist and a text that is too long are told by row", () => {
    expect(readSteps({ "due-1": "2027-04-16" })).toEqual({ ok: false, error: "step-words", at: 1 });
    expect(readSteps({ "step-0": "Begin", "due-0": "2027-02-30" })).toEqual({ ok: false, error: "step-day", at: 0 });
    expect(readSteps({ "step-3": "x".repeat(itemLimits.step + 1) })).toEqual({ ok: false, error: "step-long", at: 3 });
    expect(readSteps({ "step-0": "🙂".repeat(itemLimits.step) })).toMatchObject({ ok: true });
  });

  test("a step is late after its day, unless it was taken", () => {
    const step = { text: "Begin", due: "2027-04-16", done: false };
    expect(isLate(step, "2027-04-16")).toBe(false);
    expect(isLate(step, "2027-04-17")).toBe(true);
    expect(isLate({ ...step, done: true }, "2027-04-17")).toBe(false);
    expect(isLate({ ...step, due: null }, "2027-04-17")).toBe(false);
  });
});

test("what is typed is tidied, and what is missing or too long is named", () => {
  const lists = Object.fromEntries(itemLists.map((name) => [name, []]));
  expect(itemShape.parse({ version: "0", title: "  Eén   nummer ", kind: "tool", ...lists })).toMatchObject({
    title: "Eén nummer",
    text: "",
  });
  const read = itemShape.safeParse({ version: "0", title: " ", kind: "gift", acts: "x".repeat(201), ...lists });
  expect(read.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["title", "missing"],
    ["kind", "missing"],
    ["acts", "long"],
  ]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StepId } from "../../platform/ids.ts";
import { utcToZoned, zonedToUtc } from "../../platform/time.ts";
import { add, change, easiestToShorten, fit as fitInto, inSetting, move, remove, schedule } from "./run-sheet.ts";
import { checkStep, readMinutes, sheetWarnings } from "./run-sheet-checks.ts";
import { kindRules, type Step, stepKinds, usualShape } from "./step.ts";
import { stepText } from "./templates/known-texts.ts";
import { onlineDialogue } from "./templates/online-dialogue.ts";
import { instructionFor, steeringFor } from "./templates/step-texts.ts";

const steps: readonly Step[] = onlineDialogue("nl").map((draft, i) => ({ ...draft, id: `s${i}` as StepId }));
const startsAt = zonedToUtc("2026-04-16", "09:00");
const endsAt = zonedToUtc("2026-04-16", "11:00");
const first = steps[0] as Step;
const group = steps[3] as Step;

describe("the template of 09.00 to 11.00", () => {
  test("begins each step at its time", () => {
    expect(schedule(startsAt, steps).map((s) => `${utcToZoned(s.startsAt).time} ${s.step.title}`)).toEqual([
      "09:00 Welkom",
      "09:10 Kennismaking in deelgroepen",
      "09:30 De huidige aanpak en wat u nodig hebt: zelf",
      "09:37 De huidige aanpak en wat u nodig hebt: in nieuwe deelgroepen",
      "10:00 Pauze",
      "10:10 Praktijktoets",
      "10:35 Wat weegt het zwaarst",
      "10:45 Opbrengst plenair",
      "10:55 Afsluiting en vervolg",
    ]);
  });

  test("fits exactly, breaks no rule and calls for no warning", () => {
    expect(fitInto(startsAt, endsAt, steps)).toEqual({
      totalSeconds: 7200,
      availableSeconds: 7200,
      overSeconds: 0,
      spareSeconds: 0,
      endsAt,
    });
    for (const step of steps) expect(checkStep(step)).toEqual({});
    expect(sheetWarnings(steps)).toEqual([]);
  });

  test("is complete in both languages", () => {
    const english = onlineDialogue("en");
    english.forEach((step, i) => {
      const dutch = steps[i] as Step;
      expect(checkStep(step)).toEqual({});
      for (const field of ["title", "question", "instruction"] as const) {
        expect(stepText(dutch[field], "en")).toBe(step[field]);
        expect(stepText(step[field], "nl")).toBe(dutch[field]);
      }
    });
    expect(stepText("Eigen woorden", "en")).toBe("Eigen woorden");
    for (const kind of stepKinds)
      for (const words of [instructionFor(kind), steeringFor(kind)]) expect(words.nl && words.en).toBeTruthy();
  });
});

describe("changing the list", () => {
  const ids = (changed: ReturnType<typeof move<Step>>) => (changed.ok ? changed.steps.map((s) => s.id).join(" ") : changed.code);
  const three = steps.slice(0, 3);

  test("move, add, remove and change", () => {
    expect(ids(move(three, "s0", 2))).toBe("s1 s2 s0");
    expect(ids(move(three, "s2", 0))).toBe("s2 s0 s1");
    expect(ids(add(three, group, 1))).toBe("s0 s3 s1 s2");
    expect(ids(add(three, group))).toBe("s0 s1 s2 s3");
    expect(ids(remove(three, "s1"))).toBe("s0 s2");
    expect(change(three, "s1", { seconds: 900 })).toMatchObject({ ok: true, steps: [{}, { id: "s1", seconds: 900 }, {}] });
  });

  test("what cannot be done is a value", () => {
    expect(ids(move(three, "x", 0))).toBe("no-such-step");
    expect(ids(move(three, "s0", 3))).toBe("no-such-place");
    expect(ids(add(three, first))).toBe("double-step");
    expect(ids(remove(three, "x"))).toBe("no-such-step");
    expect(ids(change(three, "x", {}))).toBe("no-such-step");
    const many = Array.from({ length: 40 }, (_, i) => ({ ...first, id: `m${i}` as StepId }));
    expect(ids(add(many, first))).toBe("too-many-steps");
  });

  test("steps that began stay where they are", () => {
    expect(ids(move(three, "s0", 2, 1))).toBe("already-begun");
    expect(ids(move(three, "s2", 0, 1))).toBe("already-begun");
    expect(ids(move(three, "s2", 1, 1))).toBe("s0 s2 s1");
    expect(ids(remove(three, "s0", 1))).toBe("already-begun");
    expect(ids(add(three, group, 0, 1))).toBe("already-begun");
    expect(ids(change(three, "s0", { seconds: 60 }, 1))).toBe("already-begun");
  });

  test("moving loses nothing and moving back restores", () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), (from, to) => {
        const moved = move(steps, `s${from}`, to);
        if (!moved.ok) throw new Error(moved.code);
        expect(moved.steps[to]?.id).toBe(`s${from}`);
        expect(move(moved.steps, `s${from}`, from)).toEqual({ ok: true, steps });
      }),
    );
  });

  test("what a kind usually is keeps to its rules", () => {
    for (const kind of stepKinds) expect(kindRules[kind].settings).toContain(usualShape(kind).setting);
  });

  test("groups that are kept have no size of their own", () => {
    expect(inSetting({ ...group, mix: "keep" }, "group")).toEqual({ setting: "group", mix: "keep", groupSize: null });
  });
});

describe("time", () => {
  test("too long and too short are both told", () => {
    expect(fitInto(startsAt, endsAt, [...steps, { seconds: 300 }])).toMatchObject({ overSeconds: 300, spareSeconds: 0 });
    expect(fitInto(startsAt, endsAt, steps.slice(1))).toMatchObject({ overSeconds: 0, spareSeconds: 600 });
    expect(fitInto(startsAt, endsAt, [])).toMatchObject({ totalSeconds: 0, endsAt: startsAt });
  });

  test("the longest step is the one to shorten, never the break", () => {
    expect(easiestToShorten(steps, 300)?.kind).toBe("practice-check");
    expect(easiestToShorten(steps, 7200)).toBeNull();
    expect(easiestToShorten([{ kind: "break", seconds: 3600 }], 60)).toBeNull();
  });

  test("minutes are whole, from 1 to 240", () => {
    expect(["1", " 240 ", "0", "241", "1,5", "-3", "", "12a"].map(readMinutes)).toEqual([
      1,
      240,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("what a step may be", () => {
  test("each field names what is wrong", () => {
    expect(checkStep({ ...group, title: " " }).title).toBe("required");
    expect(checkStep({ ...group, title: "🙂".repeat(121) }).title).toBe("too-long");
    expect(checkStep({ ...group, title: "🙂".repeat(120) })).toEqual({});
    expect(checkStep({ ...group, question: "b".repeat(301) }).question).toBe("too-long");
    expect(checkStep({ ...group, instruction: "a".repeat(1001) }).instruction).toBe("too-long");
    expect(checkStep({ ...group, seconds: 90 }).minutes).toBe("not-whole-minutes");
    for (const seconds of [0, -60, 14_460, Number.NaN]) expect(checkStep({ ...group, seconds }).minutes).toBe("minutes-1-240");
    expect(checkStep({ ...group, groupSize: 1 }).groupSize).toBe("people-2-12");
    expect(checkStep({ ...group, groupSize: null }).groupSize).toBe("people-2-12");
    expect(checkStep({ ...group, setting: "plenary" })).toMatchObject({ setting: "not-for-this-kind", mix: "not-for-this-kind" });
    expect(checkStep({ ...first, collects: ["ballot"] }).collects).toBe("not-for-this-kind");
  });

  test("the order as a whole is warned about", () => {
    expect(sheetWarnings([])).toEqual([{ code: "no-steps", stepId: null }]);
    expect(sheetWarnings([{ ...group, mix: "keep", groupSize: null }])).toEqual([{ code: "keep-without-groups", stepId: "s3" }]);
    expect(sheetWarnings([steps[6] as Step])).toEqual([{ code: "nothing-to-weigh", stepId: "s6" }]);
    expect(sheetWarnings([{ ...group, question: "" }])).toEqual([{ code: "no-question", stepId: "s3" }]);
  });
});

import { describe, expect, test } from "vitest";
import type { StepId } from "../../../platform/ids.ts";
import { type ClockState, command, plan, startClock } from "../../../session/clock/clock.ts";
import { catchUp, floorOf } from "../../../session/live/catch-up.ts";
import { checkStep, sheetWarnings } from "../run-sheet-checks.ts";
import type { StepDraft } from "../step.ts";
import { stepText } from "./known-texts.ts";
import { consultations, stepsOfTemplate, templateNames } from "./templates.ts";

describe.each(templateNames)("the template %s", (name) => {
  const dutch = stepsOfTemplate(name, "nl");
  test("is a run sheet without a fault, in which every step can be read aloud", () => {
    for (const step of dutch) {
      expect(checkStep(step)).toEqual({});
      expect(step.script.length).toBeGreaterThan(60);
    }
    expect(sheetWarnings(dutch.map((step, i) => ({ ...step, id: `s${i}` as StepId })))).toEqual([]);
  });
  test("says the same in English", () => {
    for (const [i, step] of stepsOfTemplate(name, "en").entries())
      for (const field of ["title", "question", "instruction", "script"] as const)
        expect(stepText(dutch[i]?.[field] ?? "", "en")).toBe(step[field]);
  });
});

/** Runs as a facilitator would, each step late by so much; when late, the proposal is taken. */
function run(name: (typeof templateNames)[number], lateSeconds: number) {
  let steps = stepsOfTemplate(name, "nl").map((step, at) => ({ ...step, id: `${at}` as StepId }));
  const endsAt = steps.reduce((sum, { seconds }) => sum + seconds * 1000, 0);
  let clock = startClock(steps, 0) as ClockState;
  let now = 0;
  const held: string[] = [];
  for (;;) {
    held.push(steps[clock.stepIndex]?.kind ?? "");
    now = clock.endsAt + lateSeconds * 1000;
    const late = plan(steps, clock, now, endsAt).overrunSeconds;
    const { cuts } = catchUp(steps.slice(clock.stepIndex + 1), late);
    steps = steps.map((one) => ({ ...one, seconds: cuts.find(({ id }) => id === one.id)?.to ?? one.seconds }));
    const type = clock.stepIndex === steps.length - 1 ? "finish" : "next";
    const done = command(clock, steps, { type, seenTurn: clock.turn }, now);
    if (done.status !== "done") throw new Error(JSON.stringify(done));
    clock = done.state;
    if (clock.finishedAt !== null) return { held, steps, over: (clock.finishedAt - endsAt) / 1000 };
  }
}

test.each(templateNames)("the template %s runs to its end; late, it catches up as far as it can", (name) => {
  const planned = stepsOfTemplate(name, "nl");
  expect(run(name, 0)).toMatchObject({ held: planned.map(({ kind }) => kind), over: 0 });
  // a minute late with each step: less is lost at the end than on the way
  const late = run(name, 60);
  expect(late.held).toHaveLength(planned.length);
  expect(late.over).toBeLessThan(planned.length * 60);
  for (const [at, { kind, seconds }] of late.steps.entries()) {
    expect(seconds).toBeGreaterThanOrEqual(floorOf(planned[at] as StepDraft));
    if (kind === "break" || kind === "practice-check") expect(seconds).toBe(planned[at]?.seconds);
  }
});

test("from 09.00 to 11.00 is two hours, and 1-2-4-all and the workshop last as long as they say", () => {
  const minutes = templateNames.map((name) => stepsOfTemplate(name, "nl").reduce((sum, { seconds }) => sum + seconds / 60, 0));
  expect(minutes).toEqual([120, 27, 70, 90, 60, 46]);
});

test.each(consultations)("peer consultation collects nothing of what is said: %s", (name) => {
  expect(stepsOfTemplate(name, "nl").flatMap(({ collects }) => collects)).toEqual([]);
});

test("the follow-up meeting tells what became of it before it asks anew, and ends with commitments", () => {
  const steps = stepsOfTemplate("follow-up", "nl");
  expect(steps.map(({ kind }) => kind)).toEqual([
    ...["welcome", "plenary", "introduction", "group", "practice-check", "group", "close"],
  ]);
  expect(steps[1]?.title).toBe("Wat ervan kwam");
});

test("the consensus workshop: the question, alone, cards in groups that stay together, clusters, names, all", () => {
  const steps = stepsOfTemplate("consensus-workshop", "nl");
  expect(steps.map(({ kind, mix }) => [kind, mix])).toEqual([
    ["welcome", "none"],
    ["alone", "none"],
    ["group", "new"],
    ["group", "keep"],
    ["group", "keep"],
    ["plenary", "none"],
    ["close", "none"],
  ]);
  // the focus question stands on every screen while ideas are written and laid down
  expect(new Set(steps.slice(1, 3).map(({ question }) => question)).size).toBe(1);
});

test("1-2-4-all: alone, in new pairs, two pairs together, all", () => {
  expect(stepsOfTemplate("one-two-four-all", "nl").map(({ setting, mix, groupSize }) => [setting, mix, groupSize])).toEqual([
    ["alone", "none", null],
    ["group", "new", 2],
    ["group", "double", null],
    ["plenary", "none", null],
  ]);
});

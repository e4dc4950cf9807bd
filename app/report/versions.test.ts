import { describe, expect, test } from "vitest";
import { figuresFor, peopleChanged } from "./versions.ts";

const answers = (choices: string) => new Map([...choices].map((choice, person) => [`p${person}`, choice]));
const agree = (choices: string) => ({ agree: [...choices].filter((choice) => choice === "a").length });
const later = (before: string, now: string) =>
  figuresFor({ figures: agree(before), answers: answers(before) }, answers(now), () => agree(now));

describe("figures of a version", () => {
  test("a first version is counted", () => {
    expect(figuresFor(undefined, answers("aad"), () => agree("aad"))).toEqual({
      status: "counted",
      figures: { agree: 2 },
      changed: 3,
    });
  });
  test("four people changed: the earlier figures are repeated", () => {
    expect(later("aaaaaaaa", "ddddaaaa")).toEqual({ status: "repeated", figures: { agree: 8 }, changed: 4 });
  });
  test("five people changed: counted again", () => {
    expect(later("aaaaaaaa", "dddddaaa")).toEqual({ status: "counted", figures: { agree: 3 }, changed: 5 });
  });
  test("who comes and who goes has changed too", () => {
    expect(later("aaa", "aaaaaaaa").status).toBe("counted");
    expect(later("aaaaaaaa", "aaa").status).toBe("counted");
    expect(later("aaaaaa", "aaa").status).toBe("repeated");
  });
  test("small steps add up, because they are measured from the figures that are repeated", () => {
    const first = { figures: agree("aaaaaaaa"), answers: answers("aaaaaaaa") };
    expect(figuresFor(first, answers("dddaaaaa"), () => agree("dddaaaaa")).status).toBe("repeated");
    expect(figuresFor(first, answers("ddddddaa"), () => agree("ddddddaa")).figures).toEqual({ agree: 2 });
  });
});

test("nobody changed between the same answers, in whatever order", () => {
  expect(peopleChanged(answers("ads"), new Map([...answers("ads")].reverse()))).toBe(0);
});

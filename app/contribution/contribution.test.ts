import { describe, expect, test } from "vitest";
import { onlineDialogue } from "../prepare/run-sheet/templates/online-dialogue.ts";
import { canBeBacked, circleFor, contributionKinds, detailLimit, isWider, kindsFor, textLimits } from "./contribution.ts";
import { contributionForm } from "./contribution-form.ts";

const form = (about: Record<string, unknown>) =>
  contributionForm.safeParse({ id: crypto.randomUUID(), step: crypto.randomUUID(), kind: "need", text: "x", ...about });
const codes = (about: Record<string, unknown>) =>
  form(about).error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`);

describe("what a step asks for", () => {
  test("by the template", () => {
    expect(onlineDialogue("nl").map((step) => kindsFor(step).join(" "))).toEqual([
      "",
      "introduction note",
      "works chafes suggestion need",
      "works chafes suggestion need note",
      "",
      "condition example",
      "",
      "note",
      "",
    ]);
  });

  test("alone is private, a table is for who sits there, a condition is everybody's", () => {
    expect(circleFor("need", "alone", true)).toBe("private");
    expect(circleFor("need", "group", true)).toBe("group");
    expect(circleFor("need", "group", false)).toBe("private");
    expect(circleFor("need", "plenary", false)).toBe("all");
    expect(circleFor("condition", "alone", false)).toBe("all");
  });

  test("sharing only widens", () => {
    expect([isWider("group", "private"), isWider("all", "group"), isWider("group", "all"), isWider("all", "all")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(contributionKinds.filter((kind) => !canBeBacked(kind))).toEqual(["introduction", "note", "talk", "name"]);
  });
});

describe("what was typed", () => {
  test("is needed, and held to the limit as people count", () => {
    expect(codes({ text: " \n " })).toEqual(["text required"]);
    expect(codes({ text: undefined })).toEqual(["text required"]);
    for (const kind of contributionKinds) {
      expect(codes({ kind, text: "👩".repeat(textLimits[kind]) })).toBeUndefined();
      expect(codes({ kind, text: "a".repeat(textLimits[kind] + 1) })).toEqual(["text too-long"]);
    }
    expect(codes({ tried: "a".repeat(detailLimit + 1), weight: "zwaar" })).toEqual(["tried too-long", "weight unknown"]);
    expect(codes({ kind: "poem", id: "1", step: "2" })).toEqual(["id unknown", "kind unknown", "step unknown"]);
  });

  test("is cleaned: no control characters, one kind of line end", () => {
    expect(form({ text: "a\u0000\r\nb\ud800 <b>" }).data?.text).toBe("a\nb <b>");
  });
});

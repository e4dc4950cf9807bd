import { expect, test } from "vitest";
import { type Findings, findingsShape, nothingKnown, tally, toldOf, verdictOf } from "./checked.ts";

const good: Findings = {
  ...{ camera: "works", microphone: "works", speaker: "works", udp: "works" },
  ...{ turn: "unknown", tcp: "unknown", tls: "unknown", socket: "works", stream: "works" },
};

test("a network that lets neither UDP nor a TURN server through carries no media; one of them is enough", () => {
  expect(verdictOf(good)).toBe("good");
  expect(verdictOf({ ...good, udp: "fails" })).toBe("blocked");
  expect(verdictOf({ ...good, udp: "fails", turn: "fails", camera: "fails" })).toBe("blocked");
  expect(verdictOf({ ...good, udp: "fails", turn: "works" })).toBe("good");
  expect(verdictOf(nothingKnown)).toBe("unsaid");
});

test("then what is missing most, and a way for news that asks is slower, not broken", () => {
  expect(verdictOf({ ...good, microphone: "fails", camera: "fails" })).toBe("silent");
  expect(verdictOf({ ...good, speaker: "fails", camera: "fails" })).toBe("unheard");
  expect(verdictOf({ ...good, camera: "fails" })).toBe("unseen");
  expect(verdictOf({ ...good, socket: "fails" })).toBe("good");
  expect(verdictOf({ ...good, socket: "fails", stream: "fails" })).toBe("slow");
});

test("no count can be led back to fewer than five people, nor can who is left of it", () => {
  expect(toldOf(0, 4)).toBeNull();
  expect(toldOf(0, 5)).toEqual({ as: "none" });
  expect(toldOf(4, 12)).toEqual({ as: "few" });
  expect(toldOf(6, 12)).toEqual({ as: "number", n: 6 });
  expect(toldOf(8, 12)).toEqual({ as: "most" });
  expect(toldOf(12, 12)).toEqual({ as: "all" });
  expect(tally([good, good, good, good])).toEqual({ tested: null, failed: {} });
  const six = [good, good, good, good, { ...good, udp: "fails" as const }, { ...good, camera: "unknown" as const }];
  const told = tally(six);
  expect(told.tested).toBe(6);
  expect(told.failed.udp).toEqual({ as: "few" });
  expect(told.failed.camera).toEqual({ as: "none" });
  // nobody could try it, so there is nothing to say
  expect(told.failed.turn).toBeUndefined();
});

test("what is posted is nothing but these", () => {
  expect(findingsShape.safeParse(good).success).toBe(true);
  expect(findingsShape.safeParse({ ...good, udp: "broken" }).success).toBe(false);
  const { udp: _, ...less } = good;
  expect(findingsShape.safeParse(less).success).toBe(false);
});

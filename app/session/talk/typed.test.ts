import { expect, test } from "vitest";
import { longestSeen, seenWhileTyped } from "./typed.ts";

// docs/real-time-text.md: the rules between brackets.

test("runs of six or more digits stay hidden until the line is sent, however they are written [RT5]", () => {
  expect(seenWhileTyped("bel 0612345678 even")).toBe("bel •••••••••• even");
  expect(seenWhileTyped("bel 06-12 34 56 78")).toBe("bel ••-•• •• •• ••");
  expect(seenWhileTyped("bsn 123.456.782")).toBe("bsn •••.•••.•••");
  expect(seenWhileTyped("bel (020) 551 23 45")).toBe("bel (•••) ••• •• ••");
  expect(seenWhileTyped("NL91ABNA0417164300")).toBe("NL91ABNA••••••••••");
  expect(seenWhileTyped("٠١٢٣٤٥")).toBe("••••••");
  expect(seenWhileTyped("in 2026 zijn er 12345 mensen, 5 per wijk")).toBe("in 2026 zijn er 12345 mensen, 5 per wijk");
});

test("a number that is masked stays so while it grows, and where the end is cut off [RT5]", () => {
  const number = "0612345678";
  for (let n = 6; n <= number.length; n++) expect(seenWhileTyped(number.slice(0, n))).toBe("•".repeat(n));
  const long = seenWhileTyped(`${"a".repeat(longestSeen)}0612345678${"b".repeat(longestSeen - 3)}`);
  expect(long).not.toMatch(/\d/);
});

test("one line of bounded length, with nothing that reaches its neighbours [RT4]", () => {
  expect([...seenWhileTyped("😀".repeat(500))]).toHaveLength(longestSeen);
  expect(seenWhileTyped("een\r\ntwee\tdrie\u202E!\u0000")).toBe("een  twee drie!");
  expect(seenWhileTyped("\ud800half")).toBe("half");
  expect(seenWhileTyped(" \n ")).toBe("");
  expect(seenWhileTyped("goed ")).toBe("goed ");
});

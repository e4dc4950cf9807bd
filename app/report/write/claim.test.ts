import { expect, test } from "vitest";
import { typedInTables, weigh } from "./claim.ts";

const typed = (text: string) =>
  weigh({ text, cited: [], themes: [] }, { themes: [] } as never, () => true).map((one) => one.typed);

test("a figure that was typed is pointed at, a year, a day or a stretch of time is not [RP6]", () => {
  expect(typed("Er waren 12 mensen. Van hen noemden er 12 een vast gezicht. Het was 40%.")).toEqual([true, true, true]);
  expect(typed("Op 16 april 2026 was het. In 2025 begonnen er 3 jaar na elkaar. Zie bijdrage 12.")).toEqual([
    false,
    false,
    false,
  ]);
});

test("figures typed in a table are pointed out, fields and heads are not", () => {
  expect(typedInTables("| Jaar | 12 mensen |\n| Wonen | 12 |\n| Werk | {deelnemers} |\n| Zorg | 40 mensen |")).toBe(2);
});

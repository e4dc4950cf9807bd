import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const states = ["met", "not applicable", "open"];

/** The rows of the table whose last two columns are the state, and what shows it. */
function rowsOf(file: string) {
  return readFileSync(path.join(root, "docs/security", file), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (section|measure|flow|---)/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    )
    .map((cells) => ({ row: cells.slice(0, 3).join(" "), state: cells.at(-2) ?? "", shown: cells.at(-1) ?? "" }));
}

describe.each([
  ["asvs.md", 60],
  ["bio2.md", 30],
  ["threats.md", 30],
])("%s", (file, least) => {
  const rows = rowsOf(file);

  test("every point has a state", () => {
    expect(rows.length).toBeGreaterThanOrEqual(least);
    expect(rows.filter(({ state }) => !states.includes(state))).toEqual([]);
  });

  test("what is met names a file that shows it, and what is not says why", () => {
    const named = (shown: string) => /^`([\w./-]+)`$/.exec(shown)?.[1];
    const wrong = rows.filter(({ state, shown }) => {
      const shows = named(shown);
      return state === "met" ? !shows || !existsSync(path.join(root, shows)) : shown.length < 8 || shows !== undefined;
    });
    expect(wrong).toEqual([]);
  });
});

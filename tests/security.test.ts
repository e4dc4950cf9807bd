import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const states = ["met", "not applicable", "open"];
const read = (file: string) => readFileSync(path.join(root, "docs/security", file), "utf8");

/** The rows of the table whose last two columns are the state, and what shows it. */
function rowsOf(file: string) {
  return read(file)
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (point|measure|flow|---)/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    )
    .map((cells) => ({
      row: cells.slice(0, 3).join(" "),
      at: cells[0] ?? "",
      state: cells.at(-2) ?? "",
      shown: cells.at(-1) ?? "",
    }));
}

describe.each([
  ["asvs.md", 200],
  ["bio2.md", 30],
  ["threats.md", 30],
])("%s", (file, least) => {
  const rows = rowsOf(file);

  test("every point has a state", () => {
    expect(rows.length).toBeGreaterThanOrEqual(least);
    expect(rows.filter(({ state }) => !states.includes(state))).toEqual([]);
  });

  test("what is met names a file that shows it, and what is not says why", () => {
    const named = (shown: string) => /^`([\w./-]+)`(?:: .+)?$/.exec(shown)?.[1];
    const wrong = rows.filter(({ state, shown }) => {
      const shows = named(shown);
      return state === "met" ? !shows || !existsSync(path.join(root, shows)) : shown.length < 8 || shows !== undefined;
    });
    expect(wrong).toEqual([]);
  });
});

describe("asvs.md, point by point", () => {
  const rows = rowsOf("asvs.md");
  /** How many points each section has at level 2, and which of its numbers are of level 3 or were taken out. */
  const sections: Readonly<Record<string, readonly [last: number, ...left: number[]]>> = {
    ...{ "1.1": [7], "1.2": [4], "1.4": [5, 2, 3], "1.5": [4], "1.6": [4], "1.7": [2], "1.8": [2], "1.9": [2], "1.10": [1] },
    ...{ "1.11": [2], "1.12": [2, 1], "1.14": [6], "2.1": [12], "2.2": [3], "2.3": [3], "2.4": [5], "2.5": [7], "2.6": [3] },
    ...{
      "2.7": [6],
      "2.8": [7],
      "2.9": [3],
      "2.10": [4],
      "3.1": [1],
      "3.2": [4],
      "3.3": [4],
      "3.4": [5],
      "3.5": [3],
      "3.7": [1],
    },
    ...{ "4.1": [5, 4], "4.2": [2], "4.3": [3], "5.1": [5], "5.2": [8], "5.3": [10], "5.4": [3], "5.5": [4], "6.1": [3] },
    ...{
      "6.2": [6],
      "6.3": [2],
      "6.4": [2],
      "7.1": [4],
      "7.2": [2],
      "7.3": [4, 2],
      "7.4": [3],
      "8.1": [4],
      "8.2": [3],
      "8.3": [8],
    },
    ...{ "9.1": [3], "9.2": [4], "10.2": [2], "10.3": [3], "11.1": [8], "12.1": [3], "12.2": [1], "12.3": [6], "12.4": [2] },
    ...{ "12.5": [2], "12.6": [1], "13.1": [5, 2], "13.2": [6, 4], "13.3": [2], "13.4": [2], "14.1": [4], "14.2": [6] },
    ...{ "14.3": [3, 1], "14.4": [7], "14.5": [4] },
  };
  const wanted = Object.entries(sections).flatMap(([section, [last, ...left]]) =>
    Array.from({ length: last }, (_, at) => at + 1)
      .filter((n) => !left.includes(n))
      .map((n) => `${section}.${n}`),
  );
  const told = rows.flatMap(({ at, state }) => {
    const [from = "", to = from] = at.split(" to ");
    const section = from.slice(0, from.lastIndexOf("."));
    const [first, last] = [from, to].map((one) => Number(one.split(".")[2]));
    return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, n) => ({ at: `${section}.${(first ?? 0) + n}`, state }));
  });

  test("no point is left out or told twice, and they are counted well", () => {
    expect(told.map(({ at }) => at)).toEqual(wanted);
    const of = (state: string) => told.filter((one) => one.state === state).length;
    expect(read("asvs.md").replace(/\s+/g, " ")).toContain(
      `Of ${wanted.length} points ${of("met")} are met, ${of("not applicable")} are not applicable and ${of("open")} are open.`,
    );
  });

  test("each test that is named stands in its file", () => {
    const missing = rows.flatMap(({ at, state, shown }) => {
      const [, file = "", title = ""] = /^`([^`]+)`: (.+)$/.exec(shown) ?? [];
      if (state !== "met") return [];
      const text = existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), "utf8") : "";
      return title && [`"${title}"`, `\`${title}\``].some((quoted) => text.includes(`(${quoted}`)) ? [] : [`${at}: ${shown}`];
    });
    expect(missing).toEqual([]);
  });
});

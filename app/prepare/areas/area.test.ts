import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { kindOf, readAreas } from "./area.ts";
import { searchAreas } from "./area-search.ts";

const folder = join(import.meta.dirname, "data");
const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
const seed = files.map((name) => readAreas(readFileSync(join(folder, name), "utf8")));
const areas = seed.flatMap((file) => file.areas);
const header = "code,naam,bovenliggende code,jaar";

describe("the areas that come with it", () => {
  test("are read without a problem, and each has its parent", () => {
    expect(seed.flatMap((file) => file.problems)).toEqual([]);
    const count = (kind: string) => areas.filter((area) => area.kind === kind).length;
    expect(["province", "municipality", "district", "focus"].map(count)).toEqual([12, 342, 103, 20]);
    const codes = new Set(areas.map((area) => area.code));
    expect(areas.filter((area) => area.parentCode !== null && !codes.has(area.parentCode))).toEqual([]);
    expect(new Set(areas.map((area) => `${area.code} ${area.year}`)).size).toBe(areas.length);
  });
  test("say where they come from", () => {
    expect(readFileSync(join(folder, "README.md"), "utf8")).toContain("Bron: CBS, gebiedsindelingen 2025 (CC BY 4.0)");
  });
});

describe("reading", () => {
  test("one area of each kind; codes stay text; semicolons and a byte order mark are fine", () => {
    const { areas, problems } = readAreas(
      "\uFEFFcode;naam;bovenliggende code;jaar;gangbare naam\r\nPV28;Zuid-Holland;;2026;\r\nGM0518;'s-Gravenhage;PV28;2026;Den Haag\r\nWK0518AB;Nieuwe wijk;GM0518;2026;\r\nden-haag-zuidwest;Den Haag Zuidwest;GM0518;2022;\r\n",
    );
    expect(problems).toEqual([]);
    expect(areas[1]).toEqual({
      code: "GM0518",
      year: 2026,
      name: "'s-Gravenhage",
      kind: "municipality",
      parentCode: "PV28",
      everydayName: "Den Haag",
    });
    expect(areas.map((area) => [area.kind, area.parentCode])).toEqual([
      ["province", null],
      ["municipality", "PV28"],
      ["district", "GM0518"],
      ["focus", "GM0518"],
    ]);
  });

  test("a municipality names those that went into it", () => {
    const { areas, problems } = readAreas(
      "code,naam,bovenliggende code,jaar,voorheen\nGM1999,Samenstad,PV28,2027,GM0503 GM0518\nGM0599,Rotterdam,PV28,2027,\n",
    );
    expect(problems).toEqual([]);
    expect(areas.map(({ former }) => former)).toEqual([["GM0503", "GM0518"], undefined]);
    expect(readAreas("code,naam,bovenliggende code,jaar,voorheen\nGM1999,Samenstad,PV28,2027,Delft\n").problems).toMatchObject([
      { row: 2, column: "voorheen", code: "not-an-area-code", value: "Delft" },
    ]);
  });

  test.each([
    ["", { row: 1, column: "code", code: "empty-file" }],
    ["code,naam,jaar\nPV20,Groningen,2025", { row: 1, column: "bovenliggende code", code: "missing-column" }],
    [`${header}\n,Groningen,,2025`, { row: 2, column: "code", code: "empty-cell" }],
    [`${header}\nXX20,Groningen,,2025`, { row: 2, column: "code", code: "not-an-area-code", value: "XX20" }],
    [`${header}\n14,Groningen,PV20,2025`, { row: 2, column: "code", code: "not-an-area-code", value: "14" }],
    [`${header}\nPV20,,,2025`, { row: 2, column: "naam", code: "empty-cell" }],
    [`${header}\nGM0014,Groningen,GM0014,2025`, { row: 2, column: "bovenliggende code", code: "not-the-parent" }],
    [`${header}\nPV20,Groningen,PV21,2025`, { row: 2, column: "bovenliggende code", code: "not-the-parent" }],
    [`${header}\nPV20,Groningen,,25`, { row: 2, column: "jaar", code: "not-a-year", value: "25" }],
    [`${header}\nPV20,Groningen,,2025\nPV20,Weer,,2025`, { row: 3, column: "code", code: "twice", value: "PV20" }],
    [`${header}\nPV20,Groningen,2025`, { row: 2, column: "jaar", code: "too-few-cells" }],
  ])("%j is told by row and column", (text, problem) => {
    expect(readAreas(text).problems).toEqual([expect.objectContaining(problem)]);
  });

  test("the same code of another year is another area", () => {
    expect(readAreas(`${header}\nPV20,Groningen,,2025\nPV20,Groningen,,2026`)).toMatchObject({
      problems: [],
      areas: { length: 2 },
    });
  });

  test("what looks like a code but is none has no kind", () => {
    expect(["PV2", "gm0014", "GM00145", "WK0503a1", "Delft-West", "-", "12"].map(kindOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("searching", () => {
  const names = (typed: string, limit = 5) => searchAreas(areas, typed, limit).map((area) => area.everydayName ?? area.name);
  test("finds what people call it, and what it is called", () => {
    expect(names("Den Haag")[0]).toBe("Den Haag");
    expect(names("gravenhage")[0]).toBe("Den Haag");
    expect(names("den bosch")[0]).toBe("Den Bosch");
    expect(names("hengelo")[0]).toBe("Hengelo");
  });
  test("finds both of one name, whatever was added to tell them apart", () => {
    expect(names("bergen").slice(0, 2)).toEqual(["Bergen (L.)", "Bergen (NH.)"]);
    expect(names("Bergen (NH.)")[0]).toBe("Bergen (NH.)");
    expect(names("beek")[0]).toBe("Beek");
    const added = areas.filter(({ name }) => / \([^)]*\)$/.test(name));
    expect(added.length).toBeGreaterThan(7);
    for (const { name, code } of added)
      expect(searchAreas(areas, name.replace(/ \([^)]*\)$/, ""), 40).map((found) => found.code)).toContain(code);
  });
  test("without accents, capitals and hyphens", () => {
    expect(names("FRYSLAN")).toContain("Fryslân");
    expect(names("zuid holland")[0]).toBe("Zuid-Holland");
  });
  test("beginnings before middles, municipalities before districts of one name", () => {
    expect(names("delft")[0]).toBe("Delft");
    expect(searchAreas(areas, "rot", 20).map((area) => area.name)[0]).toBe("Rotterdam");
    expect(searchAreas(areas, "groningen", 2).map((area) => area.kind)).toEqual(["municipality", "province"]);
  });
  test("says where a district lies", () => {
    expect(searchAreas(areas, "Hof van Delft", 1)[0]).toMatchObject({ kind: "district", within: "Delft" });
    expect(searchAreas(areas, "Den Haag Zuidwest", 1)[0]).toMatchObject({ kind: "focus", within: "Den Haag" });
    expect(searchAreas(areas, "Zeeland", 1)[0]).toMatchObject({ kind: "province", within: null });
  });
  test("a code finds its area, nothing finds nothing, the limit holds, the order of the list does not matter", () => {
    expect(names("GM0503")).toEqual(["Delft"]);
    expect(searchAreas(areas, "  '- ", 5)).toEqual([]);
    expect(searchAreas(areas, "a", 7)).toHaveLength(7);
    expect(searchAreas([...areas].reverse(), "oost", 9)).toEqual(searchAreas(areas, "oost", 9));
  });
  test("offers the newest year of a code", () => {
    const old = areas.map((area) => ({ ...area, year: area.year - 1, name: `${area.name} (oud)` }));
    expect(searchAreas([...old, ...areas], "Rotterdam", 1)[0]).toMatchObject({ name: "Rotterdam", year: 2025 });
  });
});

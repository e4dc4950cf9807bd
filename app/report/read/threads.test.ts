import { expect, test } from "vitest";
import type { ReportPage } from "../publish/page.ts";
import { loomOf } from "./loom.ts";
import { pickUp, threadsOf } from "./threads.ts";

const reference = (number: number) => ({ id: `n${number}`, number, people: 1 });
const theme = (name: string, numbers: readonly number[]) => ({
  ...{ id: `${name.padEnd(8, "0")}-rest`, name, description: "", people: numbers.length, fields: 1 },
  needs: numbers.map(reference),
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

function pageOf(themes: ReturnType<typeof theme>[], unplaced: number[], text: string): ReportPage {
  const all = [...themes.flatMap(({ needs }) => needs), ...unplaced.map(reference)];
  const quotes = Object.fromEntries(
    all.map(({ id, number }) => [
      id,
      number === 3 ? { status: "withdrawn" } : { status: "there", text: id, field: { name: "wonen", shape: 1 } },
    ]),
  );
  const blocks = [
    { id: "abcdefgh-1", place: "nodig", text, cited: all, themes: themes.map(({ id }) => ({ key: id.slice(0, 8), id })) },
  ];
  return {
    slug: "wijk",
    language: "nl",
    content: {
      themes,
      unplaced: unplaced.map(reference),
      blocks,
      insights: [],
      fields: [],
      parties: [],
      taken: { table: { total: { status: "withheld" }, fields: [], parties: [], cells: [] }, areas: [] },
    },
    quotes,
  } as never;
}
const items = [{ number: 1, title: "Een vast gezicht", state: "decided", themeIds: ["aaaaaaaa-rest", "elsewhere"] }];
const tell = () => "vijf mensen";
const words = { loose: "los", people: (n: number) => `${n}`, state: (of: string) => of };

test("a thread goes from a contribution to the sentences that rest on it and the points of its theme, and back", () => {
  const page = pageOf(
    [theme("aaaaaaaa", [1, 2, 3]), theme("bbbbbbbb", [4])],
    [5],
    "{deelnemers} vragen tijd. [#1]\n\nNiets. [-]\n\nVan allen. [#t-bbbbbbbb]",
  );
  const threads = threadsOf(page, tell, items);
  expect(threads.sentences).toEqual([
    { id: "zin-abcdefgh-1", text: "vijf mensen vragen tijd.", themes: ["aaaaaaaa"], numbers: [1] },
    { id: "zin-abcdefgh-2", text: "Van allen.", themes: ["bbbbbbbb"], numbers: [4] },
  ]);
  expect(pickUp(threads, { number: 1 })).toEqual({
    number: 1,
    themes: new Set(["aaaaaaaa"]),
    sentences: new Set(["zin-abcdefgh-1"]),
    items: new Set([1]),
  });
  expect(pickUp(threads, { number: 2 })?.sentences.size).toBe(0);
  expect(pickUp(threads, { theme: "bbbbbbbb" })).toMatchObject({
    number: null,
    items: new Set(),
    sentences: new Set(["zin-abcdefgh-2"]),
  });
  expect(pickUp(threads, { number: 5 })).toMatchObject({ themes: new Set(), items: new Set() });
  expect(pickUp(threads, { number: 99 })).toBeNull();
});

test("of withdrawn words no field is told", () => {
  const { themes } = threadsOf(pageOf([theme("aaaaaaaa", [2, 3])], [], ""), tell, []);
  expect(themes[0]?.needs).toEqual([
    { number: 2, field: "wonen" },
    { number: 3, field: null },
  ]);
});

test("3,000 needs are one drawing of a hundred kilobytes, each once", () => {
  const themes = range(0, 20).map((at) => theme(String.fromCharCode(97 + at).repeat(8), range(at * 150, (at + 1) * 150)));
  const threads = threadsOf(pageOf(themes, range(3000, 3040), "Zo is het. [#1 #200]"), tell, items);
  const loom = loomOf(threads, pickUp(threads, { number: 1 }), "wonen", words);
  expect(loom.needs.shown.match(/M/g)).toHaveLength(3038);
  expect([loom.needs.picked, loom.needs.plain].map((path) => path.match(/M/g)?.length)).toEqual([1, 1]);
  expect(JSON.stringify(loom).length).toBeLessThan(120_000);
  expect(loom.lines.filter(({ picked }) => picked)).toHaveLength(2);
  expect(loom.nodes.every(({ y }) => y > 0 && y < loom.height)).toBe(true);
});

test("a report without any theme or sentence still has a picture", () => {
  const threads = threadsOf(pageOf([], [], ""), tell, []);
  expect(loomOf(threads, null, null, words)).toMatchObject({ nodes: [], lines: [], bands: [] });
});

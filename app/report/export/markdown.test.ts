import fc from "fast-check";
import { expect, test } from "vitest";
import { peopleTable } from "../../disclosure/people-table.ts";
import type { Line, Published } from "../../disclosure/suppression.ts";
import { documentOf } from "../document/document.server.ts";
import type { ReportContent } from "../gather/content.ts";
import type { ReportPage } from "../publish/page.ts";
import { fieldNames, readField } from "../write/live-field.ts";
import { atomOf } from "./atom.ts";
import { markdownOf } from "./markdown.ts";

const none: Published<never> = { total: { status: "withheld" }, columns: [], fields: [], parties: [] } as never;
const fieldsOf = (n: number) =>
  Array.from({ length: n }, (_, at) => ({ id: `f${at}`, name: `Veld ${"abcdef"[at]}`, shape: at, target: null }));

function contentOf(people: readonly (readonly number[])[], more: Partial<ReportContent> = {}): ReportContent {
  const fields = fieldsOf(people.length);
  const parties = (people[0] ?? []).map((_, at) => ({ id: `p${at}`, name: `Partij ${"xyz"[at]}`, target: null }));
  const cells = people.flatMap((row, f) => row.map((n, p) => ({ field: `f${f}`, party: `p${p}`, people: n })));
  const table = peopleTable({ fields: fields.map(({ id }) => id), parties: parties.map(({ id }) => id) }, cells);
  return {
    ...{ form: 1, title: "Wijk", sessions: [], introduction: "", conclusions: "", fields, parties, taken: { table, areas: [] } },
    ...{
      works: [],
      chafes: [],
      suggestions: [],
      themes: [],
      unplaced: [],
      insights: [],
      analysis: null,
      priorities: null,
      notes: [],
    },
    ...{ source: null, licence: null },
    ...more,
  } as unknown as ReportContent;
}
const pageOf = (content: ReportContent): ReportPage =>
  ({
    slug: "wijk",
    language: "nl",
    number: 1,
    hash: "",
    publishedAt: new Date(0),
    content,
    quotes: {},
    insights: {},
    dissents: [],
    versions: [],
  }) as never;
const written = (page: ReportPage) => markdownOf(documentOf(page, "nl"));

const people = fc
  .array(fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 3 }), { minLength: 2, maxLength: 4 })
  .map((rows) => {
    const width = Math.min(...rows.map(({ length }) => length));
    return rows.map((row) => row.slice(0, width));
  });

test("fields and Markdown tell no number of people that the table withholds, and none under five [RP6, RP18]", () => {
  fc.assert(
    fc.property(people, (rows) => {
      const content = contentOf(rows);
      const shown = new Set(
        [
          content.taken.table.total,
          ...content.taken.table.fields.map(({ size }) => size),
          ...content.taken.table.parties.map(({ size }) => size),
          ...content.taken.table.cells.map(({ size }) => size),
        ].flatMap((size) => (size.status === "people" ? size.people : [])),
      );
      const names = [
        ...fieldNames(content),
        ...content.fields.map(({ name }) => `deelnemers ${name}`),
        ...content.parties.map(({ name }) => `deelnemers ${name}`),
      ];
      for (const name of names) {
        const told = readField(name, content);
        if (told.status === "count" && told.of === "people") {
          expect(shown.has(told.n)).toBe(true);
          expect(told.n).toBeGreaterThanOrEqual(5);
        }
      }
      for (const [, n] of written(pageOf(content)).matchAll(/\| (\d+) \|/g)) expect(shown.has(Number(n))).toBe(true);
    }),
  );
});

test("a share is told from the whole alone, and nearly all without a number [RP6]", () => {
  const ballots = (total: Line) => ({ ...none, total }) as never;
  const content = (total: Line) =>
    contentOf([[9]], {
      insights: [{ id: "i", number: 3, ballots: ballots(total), fits: none, conditions: [], examples: [] }] as never,
    });
  expect(readField("inzicht 3 eens", content({ status: "withheld" }))).toEqual({ status: "withheld" });
  expect(readField("inzicht 3 eens", content({ status: "nearly-all", people: 9, columns: ["agree"] } as never))).toEqual({
    status: "nearly-all",
  });
  expect(readField("Inzicht  3 eens", content({ status: "counts", people: 20, counts: [15, 5, 0, 0] } as never))).toEqual({
    status: "share",
    percent: 75,
  });
  expect(readField("inzicht 4 eens", content({ status: "withheld" }))).toEqual({ status: "unknown" });
});

test("words of people stay words", () => {
  const id = "q" as never;
  const content = contentOf([[9]], {
    works: [{ id, number: 7, people: 1 }],
    blocks: [
      { id: "b", place: "nu", text: "Zo is het. [#7]\n\n> #7", cited: [{ id, number: 7, people: 1 }], themes: [] },
    ] as never,
  });
  const page = {
    ...pageOf(content),
    quotes: {
      q: {
        status: "there",
        text: "# Kop <script>\n> [link](http://x)",
        field: null,
        situation: "",
        forWhom: "",
        tried: "",
        weight: "",
        howOften: "",
        wouldHelp: "",
        touches: [],
        sameAs: null,
      },
    },
  } as never;
  const text = written(page);
  expect(text).toContain("- \\# Kop \\<script\\> \\> \\[link\\](http://x) (Bijdrage 7)");
  expect(text).toContain("Zo is het. \\[7\\]");
  expect(text).not.toMatch(/^# Kop/m);
});

test("a feed is well formed whatever a title says", () => {
  const text = atomOf({ id: "http://a/verslagen.atom", title: "A & B", author: "<x>", home: "http://a" }, [
    { address: "http://a/verslag/x/1?a=1&b=2", title: 'Een "titel" <b>\u0001', at: new Date(0), summary: "" },
  ]);
  expect(text).toContain("<title>Een &quot;titel&quot; &lt;b&gt;</title>");
  expect(text).toContain("<updated>1970-01-01T00:00:00.000Z</updated>");
  expect(text).not.toContain("\u0001");
});

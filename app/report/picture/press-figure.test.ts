import { expect, test } from "vitest";
import { readXml, textOf } from "../../../tests/read-xml.ts";
import { wrap } from "./drawing.ts";
import { pressWords } from "./messages/press.ts";
import { pressSvg } from "./press-figure.server.ts";
import { type PressFigure, pressFigures } from "./press-figure.ts";
import { slideSvg } from "./slide.server.ts";

const page = {
  ...{ slug: "hier", number: 2, dissents: [], versions: [], hash: "x", publishedAt: new Date() },
  quotes: { a: { status: "there", text: 'Een <script>alert(1)</script> & "vast" gezicht', field: null } },
  insights: { i: { version: 1, text: "Wijkteams <helpen>", because: "", source: "", earlier: [] } },
  content: {
    ...{ title: "Veerkracht & zo", licence: null, programme: null },
    fields: [
      { id: "wonen", name: "wonen", shape: 1, target: 8 },
      { id: "zorg", name: "zorg", shape: 2, target: 8 },
    ],
    taken: {
      table: {
        fields: [
          { id: "wonen", size: { status: "people", people: 12 } },
          { id: "zorg", size: { status: "withheld" } },
        ],
      },
      areas: [],
    },
    themes: [{ id: "t", name: "Nabijheid", description: "", people: 9, fields: 1, needs: [{ id: "a", number: 7, people: 2 }] }],
    insights: [
      { id: "i", number: 3, ballots: { total: { status: "counts", people: 20, counts: [12, 6, 2, 0] } } },
      { id: "j", number: 4, ballots: { total: { status: "nearly-all", people: 20, columns: ["agree"] } } },
    ],
  },
} as never;

test("figures tell what the tables tell: withheld stays withheld, and an insight without counts has no figure", () => {
  const figures = pressFigures(page, pressWords.nl);
  expect(figures.map(({ name }) => name)).toEqual(["vakgebieden", "themas", "inzicht-3"]);
  expect(figures[0]?.rows.map(({ said }) => said)).toEqual(["12", "niet getoond"]);
  expect(figures[2]?.rows.map(({ said }) => said)).toEqual(["60%", "30%", "10%", "0%"]);
});

test("a drawing is XML with its source and words for who does not see it; no word of anybody becomes markup", () => {
  const drawn = [
    ...pressFigures(page, pressWords.nl).map((figure) => pressSvg(figure, "Bron: verslag, versie 1.1")),
    slideSvg(page, 0, "https://voorbeeld.example/verslag/hier/2", "nl") ?? "",
  ];
  for (const svg of drawn) {
    expect(textOf(readXml(svg))).toContain("Bron: ");
    expect(svg).not.toContain("<script");
    expect(svg).toContain("<desc");
  }
  expect(slideSvg(page, 1, "", "nl")).toBeNull();
});

test("long words and many lines stay on the sheet", () => {
  const long = "gemeenschapsaccommodatiebeheersorganisatie".repeat(4);
  expect(wrap(long, 24, 300).every((line) => line.length < 30)).toBe(true);
  expect(wrap("een twee drie vier vijf zes zeven acht", 24, 100, 2)).toHaveLength(2);
  const figure: PressFigure = { name: "x", title: long, note: "", rows: [{ name: long, said: "9", part: 1 }] };
  expect(readXml(pressSvg(figure, long)).name).toBe("svg");
});

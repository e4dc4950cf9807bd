import { expect, test } from "vitest";
import { breakLines, shareSvg } from "./share-picture.ts";

test("a title is broken at words, and ends in an ellipsis where it does not fit", () => {
  expect(breakLines("Praat mee over veerkracht in kwetsbare wijken", 20, 5)).toEqual([
    "Praat mee over",
    "veerkracht in",
    "kwetsbare wijken",
  ]);
  expect(breakLines("een twee drie vier", 5, 2)).toEqual(["een", "twee…"]);
  expect(breakLines("", 20, 5)).toEqual([]);
});

test("what people typed stays text in the picture", () => {
  const svg = shareSvg({ title: '<script>"&', when: "", site: "", eyebrow: "", shapes: [1, 2] });
  expect(svg).toContain("&lt;script&gt;&quot;&amp;");
  expect(svg).not.toContain("<script");
});

test("what XML does not know is left out of the picture", () => {
  const svg = shareSvg({ title: "a\u0000b\ufffec\ud800d \u{1f331}", when: "", site: "", eyebrow: "", shapes: [] });
  expect(svg).toContain("a b c d");
});

test("a table with a figure has no empty place", () => {
  const facts = { title: "Verslag", when: "", site: "", eyebrow: "", shapes: [1] };
  expect(shareSvg(facts)).toContain("stroke-dasharray");
  const svg = shareSvg({ ...facts, figure: { n: "70", word: "mensen" } });
  expect(svg).not.toContain("stroke-dasharray");
  expect(svg).toContain(">70</text>");
});

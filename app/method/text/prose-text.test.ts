import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { threadMs } from "../../../tests/thread-time.ts";
import { wordsOf } from "./prose-inline.ts";
import { namedIn, readProse, sentencesIn, support, writeProse } from "./prose-text.ts";

const sentences = (text: string) => sentencesIn(readProse(text)).map(({ parts, support }) => [wordsOf(parts), support] as const);

describe("how a text of the report is written [RP1]", () => {
  test("headings, paragraphs, lists, quotes by number", () => {
    const kinds = readProse("## Tijd\nEen alinea.\n- een\n- twee\n\n1. eerst\n2. dan\n\n> #47\n> #48\n\n### Klein").map(
      (piece) =>
        piece.kind === "quote"
          ? `quote ${piece.number}`
          : piece.kind === "list"
            ? `list ${piece.ordered} ${piece.items.length}`
            : piece.kind,
    );
    expect(kinds).toEqual(["heading", "paragraph", "list false 2", "list true 2", "quote 47", "quote 48", "heading"]);
  });

  test("tables by their rows, and figures of the report by name", () => {
    const text = "| Wat | **Wie** |\n| --- | --- |\n| a\\|b | {deelnemers} | meer |\n\n{Figuur inzicht-3}";
    const [table, figure] = readProse(text);
    expect(table).toEqual({
      kind: "table",
      rows: [
        [[{ kind: "text", text: "Wat" }], [{ kind: "strong", text: "Wie" }], []],
        [[{ kind: "text", text: "a|b" }], [{ kind: "field", name: "deelnemers" }], [{ kind: "text", text: "meer" }]],
      ],
    });
    expect(figure).toEqual({ kind: "figure", name: "inzicht-3" });
    const written = writeProse(readProse(text));
    expect(written).toBe("| Wat | **Wie** |  |\n| a\\|b | {deelnemers} | meer |\n\n{figuur inzicht-3}");
    expect(readProse(written)).toEqual(readProse(text));
    expect(sentences(text)).toEqual([]);
    expect(readProse("Dit | is | geen tabel")[0]?.kind).toBe("paragraph");
    expect(readProse("| Zin. [#12] |")).toEqual([
      {
        kind: "table",
        rows: [
          [
            [
              { kind: "text", text: "Zin. " },
              { kind: "text", text: "[#12]" },
            ],
          ],
        ],
      },
    ]);
  });

  test("links go to the web only; other brackets are words", () => {
    expect(sentences("Lees [meer](https://voorbeeld.example/a) hierover.")[0]?.[0]).toBe("Lees meer hierover.");
    expect(sentences("Lees [meer](javascript:alert(1)).")[0]?.[0]).toBe("Lees [meer](javascript:alert(1)).");
  });
});

describe("what stands behind a sentence [RP7]", () => {
  const behind = (...numbers: number[]) => ({ numbers, themes: [], states: true });
  test("a mark belongs to the sentence before it, also before its full stop", () => {
    expect(sentences("Men mist tijd. [#12 #47] Men belt te laat [#3]. Verder niets.")).toEqual([
      ["Men mist tijd.", behind(12, 47)],
      ["Men belt te laat.", behind(3)],
      ["Verder niets.", null],
    ]);
  });

  test("a mark on a line of its own stands behind each sentence that has none", () => {
    expect(sentences("Men mist tijd. Men belt. [#3]\n[#9]")).toEqual([
      ["Men mist tijd.", behind(9)],
      ["Men belt.", behind(3)],
    ]);
  });

  test("a theme, and a sentence that states nothing", () => {
    expect(sentences("Men mist tijd. [#t-0a1b2c3d] Hieronder leest u waarom. [-]").map(([, support]) => support)).toEqual([
      { numbers: [], themes: ["0a1b2c3d"], states: true },
      { numbers: [], themes: [], states: false },
    ]);
  });

  test("short forms end no sentence", () => {
    expect(sentences("Denk aan bijv. De Linde in Heerlen. Dat werkt.")).toHaveLength(2);
  });

  test("something is put behind one sentence, and the rest stays as it is", () => {
    const text = "## Tijd\n\nMen mist tijd.\nMen belt. [#3]\n\n- Eén gezicht\n- Meer rust";
    expect(support(text, 2, behind(8))).toBe("## Tijd\n\nMen mist tijd.\nMen belt. [#3]\n\n- Eén gezicht [#8]\n- Meer rust");
    expect(support(text, 1, null)).toBe(text.replace(" [#3]", ""));
  });

  test("quotes and grounds are named once", () => {
    expect(namedIn("> #4\n\nZo is het. [#4 #5 #t-0a1b2c3d]")).toEqual({ numbers: [4, 5], themes: ["0a1b2c3d"] });
  });
});

test("no text, however odd, loses a word or takes long [RP1]", () => {
  const bits = fc.constantFrom(
    "a",
    "Zo",
    ". ",
    "\n",
    "\n\n",
    "- ",
    "[",
    "]",
    "(",
    ")",
    "#12",
    "[#12]",
    "**",
    "*",
    "{x}",
    "|",
    "| ",
    "\n| Zo |",
    "{figuur x}\n",
    "> ",
    "## ",
    "é",
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 60 }), (some) => {
      const text = some.join("");
      const read = JSON.stringify(readProse(text));
      const count = (of: string) => of.match(/Zo|é/g)?.length ?? 0;
      expect(count(writeProse(readProse(text)))).toBe(count(text));
      for (const word of text.match(/Zo|é/g) ?? []) expect(read).toContain(word);
    }),
  );
  const long = "[".repeat(20_000) + "*".repeat(20_000) + "{".repeat(20_000) + ". A".repeat(10_000);
  expect(threadMs(() => readProse(long))).toBeLessThan(2_000);
});

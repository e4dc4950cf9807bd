import fc from "fast-check";
import { expect, test } from "vitest";
import { threadMs } from "../../tests/thread-time.ts";
import { cleanLine, cleanText, readText, textLength } from "./text.ts";

test("an emoji counts as one, an accent too once it is composed", () => {
  expect(textLength("🙂a")).toBe(2);
  expect(textLength(cleanText("e\u0301"))).toBe(1);
});

test("control characters go, newline and tab stay, CRLF counts as one", () => {
  expect(cleanText(" a\u0000b\u001B[1m\r\n\tc\u0085 ")).toBe("ab[1m\n\tc");
});

test("a half emoji is left out, a whole one and right-to-left marks stay", () => {
  expect(cleanText("a\uD83Db🙂\u200F")).toBe("ab🙂\u200F");
});

test("a line stays one line and keeps its direction to itself", () => {
  expect(cleanLine("  Noor\r\n\t van  der\u202E Berg ")).toBe("Noor van der Berg");
});

test("cleaning twice changes nothing more", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      expect(cleanText(cleanText(typed))).toBe(cleanText(typed));
      expect(cleanLine(cleanLine(typed))).toBe(cleanLine(typed));
      expect(cleanText(typed).isWellFormed()).toBe(true);
    }),
  );
});

test("a mark that turns the direction stays only with its other half on the same line", () => {
  const [override, isolate, pop, popIsolate] = ["\u202E", "\u2067", "\u202C", "\u2069"];
  expect(cleanText(`a${override}b${pop}c ${isolate}d${popIsolate}`)).toBe(`a${override}b${pop}c ${isolate}d${popIsolate}`);
  expect(cleanText(`a${override}b`)).toBe("ab");
  expect(cleanText(`a${pop}${popIsolate}b`)).toBe("ab");
  expect(cleanText(`a${override}b\n${pop}c`)).toBe("ab\nc");
  expect(cleanText(`${isolate}a${override}b${popIsolate}`)).toBe(`${isolate}ab${popIsolate}`);
  expect(cleanText(`${override}${isolate}a${pop}b`)).toBe("ab");
});

test("whatever is typed, no direction is left open at the end of a line", () => {
  const marks = fc.constantFrom(
    "\u202A",
    "\u202B",
    "\u202C",
    "\u202D",
    "\u202E",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
    "a",
    "\n",
    " ",
    "ש",
  );
  fc.assert(
    fc.property(fc.string({ unit: marks }), (typed) => {
      const text = cleanText(typed);
      expect(cleanText(text)).toBe(text);
      const without = (some: string) => some.replace(/[\u202A-\u202E\u2066-\u2069]/g, "").trim();
      expect(without(text)).toBe(without(typed));
      for (const line of text.split("\n")) {
        const count = (marks: RegExp) => line.match(marks)?.length ?? 0;
        expect(count(/[\u202A\u202B\u202D\u202E]/g)).toBe(count(/\u202C/g));
        expect(count(/[\u2066-\u2068]/g)).toBe(count(/\u2069/g));
      }
    }),
  );
});

test("right-to-left text and joined emoji come through as they are", () => {
  for (const text of ["שלום עולם", "مرحبا \u200Fوسهلا", "👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈", "𝄞 𠮷", "e\u0301\u200D"])
    expect(cleanText(text)).toBe(text.normalize("NFC"));
});

test("marks and blanks alone are no text", () => {
  for (const typed of ["\u200B\u200D", "\u202E \u202C", " \n\u00A0\uFEFF"]) expect(cleanText(typed)).toBe("");
});

test("too long is told with its length, and nothing is cut", () => {
  expect(readText("🙂🙂🙂", { max: 2, multiline: false })).toEqual({ text: "🙂🙂🙂", length: 3, tooLong: true });
  expect(readText(" a\r\nb ", { max: 3, multiline: true })).toEqual({ text: "a\nb", length: 3, tooLong: false });
  expect(readText("a\nb", { max: 3, multiline: false }).text).toBe("a b");
});

test("ten thousand characters are read at once, also when all are marks", () => {
  const took = threadMs(() => {
    expect(readText("é🙂".repeat(5000), { max: 2000, multiline: true })).toMatchObject({ length: 10_000, tooLong: true });
    expect(readText("\u202E\u2067".repeat(5000), { max: 2000, multiline: true }).length).toBe(0);
    expect(readText("\u2067".repeat(5000) + "\u202C".repeat(5000), { max: 2000, multiline: true }).length).toBe(0);
    expect(readText("\u202E".repeat(50_000) + "\u2069".repeat(50_000), { max: 2000, multiline: true }).length).toBe(0);
  });
  expect(took).toBeLessThan(500);
});

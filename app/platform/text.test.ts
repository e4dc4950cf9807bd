import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanLine, cleanText, textLength } from "./text.ts";

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

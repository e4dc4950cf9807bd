import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const page = readFileSync(path.join(root, "docs/live-protocol.md"), "utf8");
const rows = [...page.matchAll(/^\| ([^|]+) \| [^|]+ \| `([^`|]+)`: ([^|]+) \|$/gm)].map(
  ([, complaint = "", file = "", title = ""]) => ({
    complaint,
    file,
    title,
  }),
);

describe("complaints of others", () => {
  test("each has an answer, and a test that holds it", () => expect(rows.length).toBe(9));
  test.each(rows)("$complaint", ({ file, title }) => {
    expect(readFileSync(path.join(root, file), "utf8")).toContain(`test("${title}"`);
  });
});

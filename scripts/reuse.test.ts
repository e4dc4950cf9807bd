import { expect, test } from "vitest";
// @ts-expect-error a script without types
import { isNewer, released } from "./release.mjs";
// @ts-expect-error a script without types
import { annotations, matches, reuse } from "./reuse.mjs";

test("each file has a licence and a holder, and each licence its text", () => {
  const said = reuse();
  expect(typeof said === "string" ? said : null).toBeNull();
});

test("the last annotation that matches a file holds", () => {
  const all = annotations(`[[annotations]]\npath = "**"\nSPDX-FileCopyrightText = "A"\nSPDX-License-Identifier = "EUPL-1.2"
[[annotations]]\npath = ["data/**", "x/*.csv"]\nSPDX-FileCopyrightText = "B"\nSPDX-License-Identifier = "CC0-1.0"`);
  expect(all.map(({ holder }: { holder: string }) => holder)).toEqual(["A", "B"]);
  expect([matches("x/*.csv", "x/a.csv"), matches("x/*.csv", "x/y/a.csv"), matches("data/**", "data/x/a.csv")]).toEqual([
    true,
    false,
    true,
  ]);
});

test("a release takes what was not released yet, and only goes up", () => {
  const log = "# Changelog\n\n## Not released yet\n\n- A thing.\n\n## 0.1.0 (2026-01-01)\n\n- Before.\n";
  expect(released(log, "0.2.0", "2026-12-01")).toBe(
    "# Changelog\n\n## Not released yet\n\n## 0.2.0 (2026-12-01)\n\n- A thing.\n\n## 0.1.0 (2026-01-01)\n\n- Before.\n",
  );
  expect(released("# Changelog\n\n## Not released yet\n", "1.0.0", "2026-12-01")).toBeNull();
  expect([isNewer("1.0.0", "0.9.9"), isNewer("0.1.0", "0.1.0"), isNewer("0.10.0", "0.9.0"), isNewer("0.0.9", "0.1.0")]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
// @ts-expect-error a script without types
import { judge, licenceFits } from "./packages.mjs";

test("a licence that does not go together with the EUPL is found, also within an expression", () => {
  for (const good of ["MIT", "MPL 2.0", "(MIT OR EUPL-1.1+)", "Apache-2.0 AND MIT", "GPL-2.0 OR MIT"])
    expect(licenceFits(good), good).toBe(true);
  for (const bad of ["AGPL-3.0", "SSPL-1.0", "UNLICENSED", "MIT AND BUSL-1.1", "CC-BY-NC-4.0"])
    expect(licenceFits(bad), bad).toBe(false);
});

test("a high weakness fails, a low one and a silent registry do not", () => {
  const found = (severity: string) => ({
    vulnerabilities: {
      x: { name: "x", severity, via: [{ title: "gat", url: "https://github.com/advisories/GHSA-1", severity }] },
    },
  });
  expect(judge(found("high"))).toContain("x: gat");
  expect(judge(found("low"))).toBeNull();
  expect(judge({ vulnerabilities: {} })).toBeNull();
  expect(judge({ message: "405" })).toMatchObject({ skipped: expect.stringContaining("405") });
  expect(judge(null)).toHaveProperty("skipped");
});

test("the list of parts has each package that comes along, with its hash", () => {
  const root = path.resolve(import.meta.dirname, "..");
  const { stdout } = spawnSync(process.execPath, [path.join(root, "scripts/sbom.mjs")], { encoding: "utf8" });
  const bom = JSON.parse(stdout) as { bomFormat: string; components: { name: string; version: string; hashes?: unknown[] }[] };
  expect(bom.bomFormat).toBe("CycloneDX");
  const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const listed = new Set(bom.components.map(({ name, version }) => `${name}@${version}`));
  expect(Object.entries(dependencies).filter(([name, version]) => !listed.has(`${name}@${version}`))).toEqual([]);
  expect(bom.components.filter(({ hashes }) => !hashes).map(({ name }) => name)).toEqual([]);
});

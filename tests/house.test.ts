import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const folders = (
  readdirSync(path.join(root, "app"), { recursive: true, withFileTypes: true }) as {
    isDirectory(): boolean;
    parentPath: string;
    name: string;
  }[]
)
  .filter((entry) => entry.isDirectory())
  .map(({ parentPath, name }) => path.relative(path.join(root, "app"), path.join(parentPath, name)))
  .filter((folder) => !/(^|\/)(migrations|custom|data|messages|\.[^/]*)(\/|$)/.test(folder));
const filesIn = (folder: string) =>
  readdirSync(path.join(root, "app", folder), { withFileTypes: true }).filter((entry) => entry.isFile()).length;

test("a folder of app/ is seen at a glance: forty files at most", () => {
  expect(folders.length).toBeGreaterThan(100);
  expect(["", ...folders].filter((folder) => filesIn(folder) > 40)).toEqual([]);
});

test("a room's part of the schema is read in one go: 400 lines at most", () => {
  const tables = ["", ...folders]
    .map((folder) => path.join(root, "app", folder, "tables.ts"))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8").split("\n").length);
  expect(tables.length).toBeGreaterThan(15);
  expect(Math.max(...tables)).toBeLessThanOrEqual(400);
});

test("the map says of every folder what it is for, and names none that is not there", () => {
  const map = readFileSync(path.join(root, "docs/architecture.md"), "utf8");
  const rows = [...map.matchAll(/^\| `([a-z/-]+)\/` \| (.+) \|$/gm)].map(([, folder = ""]) => folder);
  const tops = new Set(["app", "cli", "demo", "bench", "tests", "scripts", "docs"]);
  expect(rows.filter((folder) => !tops.has(folder)).toSorted()).toEqual(folders.toSorted());
});

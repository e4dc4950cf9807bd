import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const documents = [
  ...readdirSync(root),
  ...readdirSync(path.join(root, "docs"), { recursive: true }).map((file) => `docs/${file}`),
].filter((file) => file.endsWith(".md"));

test.each(documents)("the links in %s lead somewhere", (file) => {
  const links = [...read(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((found) => found[1] ?? "");
  const own = links.filter((link) => !/^[a-z]+:/.test(link) && !link.startsWith("docs/images/"));
  expect(own.filter((link) => !existsSync(path.join(root, path.dirname(file), link)))).toEqual([]);
});

test.each(documents)("the files that %s names exist", (file) => {
  const named = [...read(file).matchAll(/`((?:app|cli|demo|bench|scripts|tests|docs)\/[\w./-]+)`/g)].map(
    (found) => found[1] ?? "",
  );
  expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

test("the README names each setting that is read, and no other", () => {
  const settings = [...read("app/platform/environment.ts").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((found) => found[1]);
  const named = [...read("README.md").matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map((found) => found[1]);
  expect(named.sort()).toEqual(settings.sort());
});

test("each script of package.json that a document names exists", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const named = documents.flatMap((file) =>
    [...read(file).matchAll(/npm run (?:-s )?([a-z][\w:]*)/g)].map((found) => found[1] ?? ""),
  );
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

test("the index of decisions lists each of them", () => {
  const index = read("docs/decisions/README.md");
  const records = readdirSync(path.join(root, "docs/decisions")).filter((file) => /^\d{4}-/.test(file));
  expect(records.filter((file) => !index.includes(`](${file})`))).toEqual([]);
});

test("every criterion of the Standard for Public Code has an answer, and why", () => {
  const rows = [...read("docs/public-code.md").matchAll(/^\| ([A-Z][^|]+) \| ([^|]*) \| ([^|]*) \|$/gm)];
  expect(rows.length).toBe(16);
  const wrong = rows.filter(
    ([, , answer = "", why = ""]) => !["yes", "partly", "no"].includes(answer.trim()) || why.trim().length < 10,
  );
  expect(wrong.map(([, name]) => name)).toEqual([]);
});

import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const project = path.resolve(import.meta.dirname, "..");

/** A small Klankbord: what the settings count as a beginning, and beside it what nobody uses. */
const planted: Record<string, string> = {
  "package.json": JSON.stringify({
    name: "planted",
    type: "module",
    dependencies: { hono: "1.0.0", vitest: "1.0.0", zod: "1.0.0" },
  }),
  "app/server.ts": 'import { z } from "zod";\nimport { used } from "./thing.ts";\nimport "./sheet.css";\nconsole.log(z, used);\n',
  "app/thing.ts": "export const used = 1;\nexport const unused = 2;\nexport type Unused = 3;\nexport const tested = 4;\n",
  "app/thing.test.ts": 'import { tested } from "./thing.ts";\nconsole.log(tested);\n',
  "app/sheet.css": '@import "./other.css" layer(ui);\n',
  "app/other.css": "",
  "app/alone.ts": "export const alone = 1;\n",
  "app/alone.css": "",
  "app/draw/draw.worker.server.ts": "",
  "bench/pages.ts": "",
  "scripts/dump.mjs": "",
  "tests/walk.e2e.ts": 'import { walker } from "./walker.ts";\nconsole.log(walker);\n',
  "tests/walker.ts": "export const walker = 1;\nexport const nobody = 2;\n",
};

interface Issue {
  readonly file: string;
  readonly files: readonly { readonly name: string }[];
  readonly dependencies: readonly { readonly name: string }[];
  readonly exports: readonly { readonly name: string }[];
  readonly types: readonly { readonly name: string }[];
}
let tree: string;
let issues: readonly Issue[];
const named = (kind: "files" | "dependencies" | "exports" | "types") =>
  issues.flatMap((issue) => issue[kind].map(({ name }) => (kind === "files" ? name : `${issue.file}: ${name}`))).sort();

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), "klankbord-unused-"));
  symlinkSync(path.join(project, "node_modules"), path.join(tree, "node_modules"));
  for (const [file, text] of Object.entries(planted)) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  }
  for (const file of ["knip.ts", "vitest.config.ts", "tests/longest-first.ts", "scripts/count-reporter.ts"])
    copyFileSync(path.join(project, file), path.join(tree, file));
  const knip = path.join(project, "node_modules/knip/bin/knip.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [knip, "--no-progress", "--reporter", "json"], {
    cwd: tree,
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  issues = JSON.parse(stdout).issues;
  expect(status).toBe(1);
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

test("an export that nobody imports is found; one that a test imports is not", () => {
  expect(named("exports")).toEqual(["app/thing.ts: unused", "tests/walker.ts: nobody"]);
  expect(named("types")).toEqual(["app/thing.ts: Unused"]);
});

test("a file that nobody reaches is found, a style sheet too", () => {
  expect(named("files")).toEqual(["app/alone.css", "app/alone.ts"]);
});

test("a package that nobody imports is found", () => {
  expect(named("dependencies")).toEqual(["package.json: hono"]);
});

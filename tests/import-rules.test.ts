import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const project = path.resolve(import.meta.dirname, "..");

/** One breach of each rule: [the file that breaks it, what it imports] */
const planted: Record<string, readonly (readonly [string, string])[]> = {
  "rules-are-pure": [
    ["app/call/pure-io.ts", "node:fs"],
    ["app/call/pure-package.ts", "hono"],
    ["app/call/pure-server.ts", "./calls.server.ts"],
    ["app/call/pure-view.ts", "./call-card.tsx"],
    ["app/call/pure-table.ts", "../db/schema.ts"],
    ["app/platform/pure-io.ts", "node:crypto"],
  ],
  "view-reaches-no-server": [
    ["app/call/direct-card.tsx", "./calls.server.ts"],
    ["app/call/indirect-card.tsx", "./direct-card.tsx"],
    ["app/call/table-card.tsx", "../db/schema.ts"],
    ["app/call/call.client.ts", "./calls.server.ts"],
    ["app/problem-page.tsx", "./call/calls.server.ts"],
  ],
  "server-draws-no-view": [
    ["app/call/drawing.server.ts", "./call-card.tsx"],
    ["app/call/styling.server.ts", "../ui/count.ts"],
  ],
  "features-share-rules-only": [
    ["app/call/other.server.ts", "../needs/needs.server.ts"],
    ["app/call/other-card.tsx", "../needs/need-card.tsx"],
    ["app/call/other.route.tsx", "../needs/needs.server.ts"],
    ["app/call/deep/other.server.ts", "../../needs/needs.server.ts"],
    ["app/call/combined.server.ts", "../results/outcome.server.ts"],
    ["app/insights/combined-view.tsx", "../results/outcome-view.tsx"],
  ],
  "base-knows-no-feature": [
    ["app/people/mine.server.ts", "../call/call.ts"],
    ["app/contribution/mine.server.ts", "../needs/needs.server.ts"],
  ],
  "platform-and-ui-know-no-feature": [
    ["app/platform/mine.server.ts", "../call/call.ts"],
    ["app/platform/base.server.ts", "../people/person.ts"],
    ["app/ui/mine.tsx", "../call/call.ts"],
  ],
  "analysis-and-text-stand-alone": [["app/text/mine.ts", "../needs/need.ts"]],
  "nothing-imports-a-route": [
    ["app/call/edge.server.ts", "./call.route.tsx"],
    ["app/session/edge.server.ts", "../call/call.route.tsx"],
  ],
  "no-cycles": [["app/call/round.ts", "./trip.ts"]],
  resolvable: [["app/call/nowhere.server.ts", "./missing.ts"]],
};

/** What must stay allowed, and what the breaches point at. */
const innocent: Record<string, readonly string[]> = {
  "app/platform/ids.ts": [],
  "app/platform/database/schema.ts": ["drizzle-orm/pg-core"],
  "app/server.ts": ["./call/call.route.tsx", "./call/calls.server.ts", "./needs/needs.server.ts"],
  "app/root.tsx": ["./call/calls.server.ts"],
  "app/ui/count.ts": [],
  "app/ui/button.tsx": ["react", "../messages/words.ts"],
  "app/language/words.ts": [],
  "app/platform/time.ts": [],
  "app/platform/pool.server.ts": ["pg", "../db/schema.ts", "../ids.ts"],
  "app/people/person.ts": ["../ids.ts"],
  "app/dialogue/people/people.server.ts": ["./person.ts", "../platform/pool.server.ts"],
  "app/platform/mail/outbox.server.ts": ["../platform/pool.server.ts"],
  "app/prepare/call/call.ts": ["../ids.ts", "zod", "../needs/need.ts", "../platform/time.ts"],
  "app/prepare/call/calls.server.ts": [
    "./call.ts",
    "../db/schema.ts",
    "../platform/pool.server.ts",
    "../people/people.server.ts",
    "../mail/outbox.server.ts",
  ],
  "app/call/call-card.tsx": ["react", "./call.ts", "../ui/button.tsx", "../messages/words.ts", "../people/person.ts"],
  "app/prepare/call/call.route.tsx": ["./calls.server.ts", "./call-card.tsx", "./+types/call.route.ts"],
  // results/ combines features
  "app/results/outcome.server.ts": ["../needs/needs.server.ts"],
  "app/results/outcome-view.tsx": ["../needs/need-card.tsx"],
  "app/call/call.db.test.ts": ["vitest", "../needs/needs.server.ts", "./call.route.tsx"],
  "app/prepare/call/call.test.ts": ["vitest", "fast-check", "./call.ts"],
  "app/call/trip.ts": ["./round.ts"],
  "app/needs/need.ts": ["zod"],
  "app/needs/needs.server.ts": ["./need.ts"],
  "app/needs/need-card.tsx": ["./need.ts"],
  "app/method/text/stem.ts": [],
  "app/session/room.server.ts": ["../call/calls.server.ts"],
  "app/session/room.tsx": ["../needs/need-card.tsx"],
};

type Found = { rules: string[]; modules: number; breaches: { rule: string; from: string; to: string }[] };

function read(root: string): Found {
  const { stdout, stderr } = spawnSync(process.execPath, ["scripts/import-rules.mjs", root], { cwd: project, encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

let tree: string;
let found: Found;

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), "klankbord-rules-"));
  symlinkSync(path.join(project, "node_modules"), path.join(tree, "node_modules"));
  const write = (file: string, imports: readonly string[]) => {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), `${imports.map((from) => `import "${from}";`).join("\n")}\nexport const here = 1;\n`);
  };
  for (const [file, imports] of Object.entries(innocent)) write(file, imports);
  for (const [file, from] of Object.values(planted).flat()) write(file, [from]);
  writeFileSync(
    path.join(tree, "app/call/late.server.ts"),
    'export async function late() { await using later = await import("../needs/needs.server.ts"); return later; }\n',
  );
  found = read(tree);
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

test("each rule has a planted breach", () => {
  expect(Object.keys(planted).sort()).toEqual([...found.rules].sort());
});

for (const [rule, files] of Object.entries(planted)) {
  for (const [file, from] of files) {
    test(`${rule}: ${file} may not import ${from}`, () => {
      expect(found.breaches.filter((breach) => breach.from === file).map((breach) => breach.rule)).toContain(rule);
    });
  }
}

test("an import that is made late, with `using`, is seen as well", () => {
  expect(found.breaches).toContainEqual({
    rule: "features-share-rules-only",
    from: "app/call/late.server.ts",
    to: "app/needs/needs.server.ts",
  });
});

test("what is allowed stays allowed", () => {
  const breaches = found.breaches.filter(({ from, rule }) => from in innocent && rule !== "no-cycles");
  expect(breaches).toEqual([]);
});

test("the project's own imports are read, and none breaks a rule", () => {
  const { modules, breaches } = read(project);
  expect(breaches).toEqual([]);
  expect(modules).toBeGreaterThan(0);
});

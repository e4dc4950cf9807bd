import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const project = path.resolve(import.meta.dirname, "..");

/** One breach of each rule: [the file that breaks it, what it imports] */
const planted: Record<string, readonly (readonly [string, string])[]> = {
  "rules-are-pure": [
    ["app/prepare/call/pure-io.ts", "node:fs"],
    ["app/prepare/call/pure-package.ts", "hono"],
    ["app/prepare/call/pure-server.ts", "./calls.server.ts"],
    ["app/prepare/call/pure-view.ts", "./call-card.tsx"],
    ["app/prepare/call/pure-table.ts", "../../platform/database/tables.ts"],
    ["app/prepare/call/pure-words.ts", "./messages/call.ts"],
    ["app/platform/pure-io.ts", "node:crypto"],
  ],
  "view-reaches-no-server": [
    ["app/prepare/call/direct-card.tsx", "./calls.server.ts"],
    ["app/prepare/call/indirect-card.tsx", "./direct-card.tsx"],
    ["app/prepare/call/table-card.tsx", "../../platform/database/tables.ts"],
    ["app/prepare/call/call.client.ts", "./calls.server.ts"],
    ["app/problem-page.tsx", "./prepare/call/calls.server.ts"],
  ],
  "server-draws-no-view": [
    ["app/prepare/call/drawing.server.ts", "./call-card.tsx"],
    ["app/prepare/call/styling.server.ts", "../../ui/count.ts"],
  ],
  "tables-hold-columns": [
    ["app/prepare/tables.ts", "./call/call.ts"],
    ["app/themes/tables.ts", "../dialogue/people.server.ts"],
  ],
  "imports-go-down": [
    ["app/method/text/mine.ts", "../../contribution/need.ts"],
    ["app/language/mine.ts", "../ui/button.tsx"],
    ["app/ui/mine.tsx", "../prepare/call/call.ts"],
    ["app/platform/mine.server.ts", "../dialogue/person.ts"],
    ["app/platform/root.server.ts", "../server.ts"],
    ["app/disclosure/mine.ts", "../report/claim.ts"],
    ["app/dialogue/mine.server.ts", "../prepare/call/call.ts"],
    ["app/contribution/mine.server.ts", "../prepare/call/calls.server.ts"],
    ["app/prepare/call/other.server.ts", "../../session/check/ballots.server.ts"],
    ["app/prepare/call/other-card.tsx", "../../session/check/ballot-card.tsx"],
    ["app/prepare/call/other.route.tsx", "../../session/check/ballots.server.ts"],
    ["app/prepare/mine.ts", "../themes/theme.ts"],
    ["app/themes/mine.ts", "../session/check/ballot.ts"],
    ["app/session/check/deep/mine.server.ts", "../../../report/claim.ts"],
    ["app/session/check/mine.ts", "../../programme/item.ts"],
    ["app/programme/mine.ts", "../report/claim.ts"],
    ["app/report/mine.ts", "../results/page.ts"],
    ["app/results/mine.ts", "../network/member.ts"],
    ["app/network/mine.ts", "../privacy/erase.ts"],
    ["app/privacy/mine.ts", "../organisation/site.ts"],
    ["app/organisation/mine.ts", "../feedback/trail.ts"],
    ["app/feedback/mine.ts", "../rehearsal/bot.ts"],
    ["app/rehearsal/mine.server.ts", "../server.ts"],
  ],
  "nothing-imports-a-route": [
    ["app/prepare/call/edge.server.ts", "./call.route.tsx"],
    ["app/session/edge.server.ts", "../prepare/call/call.route.tsx"],
  ],
  "no-cycles": [
    ["app/prepare/call/round.ts", "./trip.ts"],
    ["app/prepare/call/round-type.ts", "./trip-type.ts"],
  ],
  resolvable: [["app/prepare/call/nowhere.server.ts", "./missing.ts"]],
};

/** What must stay allowed, and what the breaches point at. */
const innocent: Record<string, readonly string[]> = {
  "app/platform/ids.ts": [],
  "app/platform/database/tables.ts": ["drizzle-orm/pg-core"],
  "app/server.ts": ["./prepare/call/call.route.tsx", "./prepare/call/calls.server.ts", "./session/check/ballots.server.ts"],
  "app/root.tsx": ["./prepare/call/calls.server.ts"],
  "app/language/words.ts": [],
  "app/ui/count.ts": [],
  "app/ui/button.tsx": ["react", "../language/words.ts"],
  "app/platform/time.ts": [],
  "app/platform/pool.server.ts": ["pg", "./database/tables.ts", "./ids.ts"],
  "app/platform/mail/outbox.server.ts": ["../pool.server.ts"],
  "app/dialogue/person.ts": ["../platform/ids.ts"],
  "app/dialogue/people.server.ts": ["./person.ts", "../platform/pool.server.ts", "../session/tables.ts"],
  "app/contribution/need.ts": ["zod"],
  "app/contribution/needs.server.ts": ["./need.ts", "../dialogue/people.server.ts"],
  "app/prepare/call/call.ts": ["../../platform/ids.ts", "zod", "../../contribution/need.ts", "../../platform/time.ts"],
  "app/prepare/call/messages/call.ts": [],
  "app/prepare/call/calls.server.ts": [
    "./call.ts",
    "../../platform/database/tables.ts",
    "../../platform/pool.server.ts",
    "../../dialogue/people.server.ts",
    "../../platform/mail/outbox.server.ts",
  ],
  "app/prepare/call/call-card.tsx": [
    "react",
    "./call.ts",
    "./messages/call.ts",
    "../../ui/button.tsx",
    "../../language/words.ts",
  ],
  "app/prepare/call/call.route.tsx": ["./calls.server.ts", "./call-card.tsx", "./+types/call.route.ts"],
  "app/prepare/call/call.db.test.ts": ["vitest", "../../session/check/ballots.server.ts", "./call.route.tsx"],
  "app/prepare/call/call.test.ts": ["vitest", "fast-check", "./call.ts"],
  "app/prepare/call/trip.ts": ["./round.ts"],
  "app/prepare/call/trip-type.ts": ["./round-type.ts"],
  "app/themes/theme.ts": [],
  "app/session/tables.ts": ["drizzle-orm/pg-core", "../platform/database/tables.ts"],
  "app/session/check/ballot.ts": ["../../contribution/need.ts"],
  "app/session/check/ballots.server.ts": [
    "./ballot.ts",
    "../../contribution/needs.server.ts",
    "../../prepare/call/calls.server.ts",
  ],
  "app/session/check/ballot-card.tsx": ["./ballot.ts", "../../prepare/call/call-card.tsx"],
  "app/programme/item.ts": [],
  "app/report/claim.ts": ["../programme/item.ts"],
  "app/results/page.ts": ["../report/claim.ts"],
  "app/network/member.ts": [],
  "app/privacy/erase.ts": ["../network/member.ts"],
  "app/organisation/site.ts": [],
  "app/feedback/trail.ts": ["../organisation/site.ts"],
  "app/rehearsal/bot.ts": [],
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
    const what = file.endsWith("-type.ts") ? "type { Here } from " : "";
    const lines = [...imports.map((from) => `import ${what}"${from}";`), "export const here = 1;", "export type Here = 1;"];
    writeFileSync(path.join(tree, file), `${lines.join("\n")}\n`);
  };
  for (const [file, imports] of Object.entries(innocent)) write(file, imports);
  for (const [file, from] of Object.values(planted).flat()) write(file, [from]);
  writeFileSync(
    path.join(tree, "app/prepare/call/late.server.ts"),
    'export async function late() { await using later = await import("../../session/check/ballots.server.ts"); return later; }\n',
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
    rule: "imports-go-down",
    from: "app/prepare/call/late.server.ts",
    to: "app/session/check/ballots.server.ts",
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

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSettings, secretNames } from "./settings.server.ts";

const folder = mkdtempSync(path.join(tmpdir(), "klankbord-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const line = (env: Record<string, string>) => {
  const read = readSettings(env);
  return read.ok ? null : read.line;
};

test("a secret comes from a file, and says so in one line when it does not", () => {
  const file = path.join(folder, "token");
  writeFileSync(file, "een-lang-geheim-uit-een-kluis\n");
  const read = readSettings({ METRICS_TOKEN_FILE: file });
  expect(read.ok && read.value).toMatchObject({ metricsToken: "een-lang-geheim-uit-een-kluis", given: ["METRICS_TOKEN"] });
  expect(line({ METRICS_TOKEN_FILE: file, METRICS_TOKEN: "x" })).toBe(
    "METRICS_TOKEN en METRICS_TOKEN_FILE zijn beide gegeven: kies er een.",
  );
  expect(line({ SMTP_URL_FILE: path.join(folder, "none") })).toBe("SMTP_URL_FILE kan niet gelezen worden (ENOENT).");
  writeFileSync(file, "\n");
  expect(line({ REPLY_TOKEN_FILE: file })).toBe("REPLY_TOKEN_FILE wijst naar een leeg bestand.");
});

test("every secret can come from a file, and has its row in docs/security/keys.md", () => {
  const root = path.resolve(import.meta.dirname, "../..");
  const rows = readFileSync(path.join(root, "docs/security/keys.md"), "utf8").split("\n");
  const settings = readFileSync(path.join(root, "README.md"), "utf8").matchAll(/^\| `([A-Z_]+)` \|/gm);
  const secret = [...settings]
    .map(([, name = ""]) => name)
    .filter((name) => /TOKEN$|SECRET$|(?<!LIVEKIT_|PASS)KEY$|HEADERS$/.test(name));
  expect(secretNames).toEqual(expect.arrayContaining(secret));
  for (const name of secretNames)
    expect(
      rows.some((row) => row.startsWith("| ") && row.includes(`\`${name}\``)),
      name,
    ).toBe(true);
});

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const files = ["app", "cli", "scripts"]
  .flatMap((folder) => (readdirSync(path.join(root, folder), { recursive: true }) as string[]).map((file) => `${folder}/${file}`))
  .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));
const having = (pattern: RegExp) =>
  files
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .toSorted();

test("no text becomes code or a command", () => {
  expect(having(/\beval\(|new Function\(|from "node:vm"|setTimeout\("|\bimport\(\s*`/)).toEqual([]);
  // programs with arguments of ours, without a shell
  expect(having(/\bexec(Sync)?\(.*\bsh\b|shell: true/)).toEqual([]);
  expect(having(/"node:child_process"/).filter((file) => file.startsWith("app/"))).toEqual([
    "app/platform/database/embedded.server.ts",
    "app/session/video/relay/relays.server.ts",
  ]);
  // a page of a report that React drew before, and JSON without a letter that ends an element
  expect(having(/dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML|document\.write/)).toEqual([
    "app/report/read/public-report.tsx",
  ]);
});

test("only good hashes, and random by the system", () => {
  // HMAC of STUN and TURN is with SHA-1, by their protocol
  const named = files
    .filter(
      ({ file }) =>
        !["app/session/video/providers/ice-servers.server.ts", "app/session/video/providers/stun.server.ts"].includes(file),
    )
    .flatMap(({ text }) => [...text.matchAll(/\b(?:createHash|createHmac|hash)\("([\w-]+)"/g)].map(([, algorithm]) => algorithm));
  expect([...new Set(named)].filter((one) => !["sha256", "sha512"].includes(one ?? ""))).toEqual([]);
  expect(having(/createCipher|createDecipher|publicEncrypt|from "node:crypto".*scrypt/)).toEqual([]);
  // what is random by chance only spreads moments and ports: no secret and no id comes of it
  const chance = having(/Math\.random\(\)/).filter((file) => file.startsWith("app/"));
  expect(chance).toEqual([
    "app/platform/webhooks/deliver.server.ts",
    "app/session/live/follow.client.ts",
    "app/session/live/use-live.tsx",
    "app/session/room/ahead.tsx",
    "app/session/video/relay/relay-slot.server.ts",
    "app/session/writing/outbox.tsx",
    "app/ui/form/patient-fetch.ts",
  ]);
});

test("no secret stands in the code", () => {
  const secret =
    /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\b(ghp|glpat|xox[bp])[-_]\w{20,}|(password|secret|token)["']?\s*[:=]\s*["'][^"'$\s{}]{16,}["']/i;
  expect(having(secret)).toEqual([]);
});

// What others made and we ship: licences that go together with the EUPL-1.2, and weaknesses that are known. Part of npm run check; alone:
// node scripts/packages.mjs licences | audit
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

/** Compatible with the EUPL-1.2, or for what is no code: fonts, words, data. */
const fits = new Set([
  ...[
    "MIT",
    "MIT-0",
    "ISC",
    "0BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Apache-2.0",
    "Unlicense",
    "BlueOak-1.0.0",
    "Zlib",
    "PostgreSQL",
  ],
  ...["MPL-2.0", "EUPL-1.2", "EUPL-1.1+", "LGPL-3.0-or-later", "Python-2.0", "OFL-1.1", "CC-BY-4.0", "CC-BY-3.0", "CC0-1.0"],
]);
const spelled = { "MPL 2.0": "MPL-2.0" };

/** Whether an SPDX expression leaves us a licence that fits: one of OR, all of AND. */
export function licenceFits(expression) {
  const bare = expression.replaceAll(/[()]/g, "").trim();
  if (/ OR /.test(bare)) return bare.split(" OR ").some(licenceFits);
  if (/ AND /.test(bare)) return bare.split(" AND ").every(licenceFits);
  return fits.has(spelled[bare] ?? bare);
}

/** @returns null when every package may be used, else which may not */
export function licences() {
  const { packages } = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  const wrong = Object.entries(packages)
    .filter(([at]) => at.startsWith("node_modules/"))
    .map(([at, one]) => [at.slice("node_modules/".length), one.license ?? licenceIn(at)])
    .filter(([, licence]) => !licence || !licenceFits(licence))
    .map(([name, licence]) => `${name}: ${licence ?? "no licence"}`);
  return wrong.length === 0 ? null : `Licences that do not go together with the EUPL-1.2:\n${wrong.join("\n")}`;
}

function licenceIn(at) {
  const file = path.join(root, at, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).license : undefined;
}

/** Known, looked at, and of no consequence here: the number of the advisory with the reason. */
const accepted = new Map([]);

/** What an answer of npm audit comes to. */
export function judge(report) {
  if (!report?.vulnerabilities) return { skipped: `the registry tells no weaknesses (${report?.message ?? "no answer"})` };
  const found = Object.values(report.vulnerabilities).flatMap(({ name, severity, via }) =>
    via
      .filter((one) => typeof one === "object" && ["high", "critical"].includes(one.severity ?? severity))
      .filter(({ url }) => !accepted.has(String(url).split("/").at(-1)))
      .map(({ title, url }) => `${name}: ${title} ${url}`),
  );
  return found.length === 0 ? null : `Weaknesses that are known:\n${[...new Set(found)].join("\n")}`;
}

/** @returns null when none is known, which are, or that it could not be asked */
export function audit() {
  const patience = ["--fetch-retries=0", "--fetch-timeout=10000"];
  const { stdout } = spawnSync("npm", ["audit", "--json", "--omit=dev", ...patience], {
    cwd: root,
    encoding: "utf8",
    timeout: 30_000,
  });
  try {
    return judge(JSON.parse(stdout));
  } catch {
    return judge(null);
  }
}

if (process.argv[1] === import.meta.filename) {
  const said = process.argv[2] === "audit" ? audit() : licences();
  console.log(said === null ? "ok" : (said.skipped ?? said));
  process.exitCode = typeof said === "string" ? 1 : 0;
}

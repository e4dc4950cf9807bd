// npm run check: types, style, import rules, what nobody uses, licences of files and packages,
// weaknesses that are known; the time of each on stderr, exit 1 when one fails. What could not be asked is skipped, and says so.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { audit, licences } from "./packages.mjs";
import { reuse } from "./reuse.mjs";

const root = path.resolve(import.meta.dirname, "..");
const bin = (file) => path.join(root, "node_modules", file);

function node(...command) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
  return status === 0 ? null : `${stdout}${stderr}`;
}

const steps = {
  types: () => node(bin("@react-router/dev/bin.cjs"), "typegen") ?? node(bin("typescript/bin/tsc"), "--noEmit"),
  style: () => node(bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "--colors=off"),
  imports: () => node(path.join(root, "scripts/import-rules.mjs")),
  unused: () => node(bin("knip/bin/knip.js"), "--no-progress"),
  reuse,
  licences,
  audit,
};

let failed = 0;
for (const [name, step] of Object.entries(steps)) {
  const start = performance.now();
  const fault = step();
  const skipped = fault?.skipped;
  const said = fault === null ? "ok  " : skipped ? "skip" : "FAIL";
  console.error(`${said} ${name.padEnd(8)} ${((performance.now() - start) / 1000).toFixed(1)} s${skipped ? `: ${skipped}` : ""}`);
  if (fault === null || skipped) continue;
  failed++;
  console.error(fault);
}
process.exitCode = failed === 0 ? 0 : 1;

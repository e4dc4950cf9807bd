// node scripts/release.mjs VERSION [--write]: what has to be so before a version comes out, and, with --write, the version in its files.
// It makes no commit and no tag, and sends nothing: it prints what is left for a person to do.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dumpOf } from "./dump.mjs";

const root = path.resolve(import.meta.dirname, "..");
const [version = ""] = process.argv.slice(2).filter((one) => !one.startsWith("--"));
const write = process.argv.includes("--write");
const read = (file) => readFileSync(path.join(root, file), "utf8");
const git = (...command) => spawnSync("git", command, { cwd: root, encoding: "utf8" }).stdout?.trim() ?? "";

/** The changelog with what is not released yet under the new version; null when there is nothing to release. */
export function released(changelog, number, day) {
  const [, before, body, rest] = /^([\s\S]*?)## Not released yet\n([\s\S]*?)(\n## [\s\S]*)?$/.exec(changelog) ?? [];
  if (body === undefined || body.trim() === "") return null;
  return `${before}## Not released yet\n\n## ${number} (${day})\n${body.trimEnd()}\n${rest ?? ""}`;
}

export const isNewer = (next, now) => {
  const [a, b] = [next, now].map((one) => one.split(".").map(Number));
  const at = a.findIndex((part, place) => part !== b[place]);
  return at >= 0 && a[at] > b[at];
};

if (process.argv[1] === import.meta.filename) {
  const own = JSON.parse(read("package.json"));
  const changelog = released(read("CHANGELOG.md"), version, new Date().toISOString().slice(0, 10));
  const wrong = [
    /^\d+\.\d+\.\d+$/.test(version) ? null : "give a version, such as 1.2.0",
    isNewer(version, own.version) ? null : `the version is already ${own.version}`,
    changelog ? null : "CHANGELOG.md has nothing under Not released yet",
    git("status", "--porcelain") === "" ? null : "there are changes that are not committed",
  ].filter(Boolean);
  if (wrong.length > 0) {
    console.error(wrong.join("\n"));
    process.exit(2);
  }
  if (write) {
    writeFileSync(path.join(root, "CHANGELOG.md"), changelog);
    for (const file of ["package.json", "package-lock.json"])
      writeFileSync(path.join(root, file), read(file).replace(`"version": "${own.version}"`, `"version": "${version}"`));
    const code = read("publiccode.yml");
    const day = new Date().toISOString().slice(0, 10);
    const dated = code
      .replace(/^softwareVersion:.*$/m, `softwareVersion: "${version}"`)
      .replace(/^releaseDate:.*$/m, `releaseDate: "${day}"`);
    writeFileSync(path.join(root, "publiccode.yml"), dated);
    // from now on each next version is tried on a database of this one
    writeFileSync(path.join(root, `tests/released/${version}.sql`), dumpOf(root));
  }
  console.log(
    [
      write ? `${version} stands in its files.` : `${version} can be released: again with --write.`,
      "Left to do: .ci/run on a clean clone; commit; git tag; npm run -s sbom > klankbord.cdx.json.",
    ].join("\n"),
  );
}

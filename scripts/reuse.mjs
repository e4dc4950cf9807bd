// Whether each file of the repository has a licence and a holder, by REUSE.toml: part of npm run check, without the tool of REUSE.
// With it (pip install reuse) `reuse lint` says the same.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

/** Glob of REUSE.toml: `**` any depth, `*` within a folder. */
export const matches = (glob, file) =>
  new RegExp(
    `^${glob
      .split(/(\*\*|\*)/)
      .map((part) => (part === "**" ? ".*" : part === "*" ? "[^/]*" : part.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")))
      .join("")}$`,
  ).test(file);

/** The annotations of REUSE.toml, in their order: the last that matches a file holds. */
export function annotations(toml) {
  return toml
    .split("[[annotations]]")
    .slice(1)
    .map((block) => ({
      paths: [...(/path = (\[[^\]]*\]|"[^"]*")/.exec(block)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(([, one]) => one),
      holder: /SPDX-FileCopyrightText = "([^"]+)"/.exec(block)?.[1],
      licence: /SPDX-License-Identifier = "([^"]+)"/.exec(block)?.[1],
    }));
}

/** @returns null when all have one, else which do not */
export function reuse() {
  const listed = spawnSync("git", ["ls-files"], { cwd: root, encoding: "utf8" });
  if (listed.status !== 0) return { skipped: "no git at hand to list the files" };
  const all = annotations(readFileSync(path.join(root, "REUSE.toml"), "utf8"));
  const files = listed.stdout.split("\n").filter((file) => file && !/^(LICENSE|LICENSES\/.*|REUSE\.toml)$/.test(file));
  const of = (file) => all.findLast(({ paths }) => paths.some((glob) => matches(glob, file)));
  const without = files.filter((file) => !of(file)?.licence || !of(file)?.holder);
  const used = new Set(files.map((file) => of(file)?.licence).filter(Boolean));
  const texts = existsSync(path.join(root, "LICENSES"))
    ? readdirSync(path.join(root, "LICENSES")).map((one) => one.replace(/\.txt$/, ""))
    : [];
  const wrong = [
    ...without.map((file) => `${file}: no licence`),
    ...[...used].filter((one) => !texts.includes(one)).map((one) => `LICENSES/${one}.txt is missing`),
    ...texts.filter((one) => !used.has(one)).map((one) => `LICENSES/${one}.txt is not used`),
  ];
  return wrong.length === 0 ? null : wrong.join("\n");
}

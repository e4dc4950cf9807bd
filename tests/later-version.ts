import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./klankbord.ts";

/** The migrations of this version with one more behind them, at another place: as a next version would have. */
export function laterVersion(statements: readonly string[]) {
  const at = mkdtempSync(path.join(tmpdir(), "klankbord-later-"));
  const folder = path.join(at, "app/platform/database/migrations");
  mkdirSync(path.dirname(folder), { recursive: true });
  cpSync(path.join(root, "app/platform/database/migrations"), folder, { recursive: true });
  const file = path.join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  const last = journal.entries.at(-1);
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: "9999_later" });
  writeFileSync(file, JSON.stringify(journal));
  writeFileSync(path.join(folder, "9999_later.sql"), statements.join("\n--> statement-breakpoint\n"));
  return { root: at, [Symbol.dispose]: () => rmSync(at, { recursive: true, force: true }) };
}

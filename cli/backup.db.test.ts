import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { personOf } from "../app/dialogue/people/people.server.ts";
import { freshDatabase } from "../tests/database.ts";

const main = path.resolve(import.meta.dirname, "main.ts");
async function klankbord(args: readonly string[], env: Readonly<Record<string, string>>) {
  const { DATABASE_URL: _, ...own } = process.env;
  return promisify(execFile)(process.execPath, [main, ...args], { env: { ...own, ...env } }).then(
    ({ stdout }) => ({ code: 0, out: stdout, said: "" }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      said: error.stderr.trim().split("\n").at(-1),
    }),
  );
}
function directory() {
  const dir = mkdtempSync(path.join(tmpdir(), "klankbord-backup-"));
  return { at: (name: string) => path.join(dir, name), [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) };
}

test("a backup comes back in an empty installation, and who was erased since is erased again", async () => {
  await using old = await freshDatabase();
  await using fresh = await freshDatabase();
  using dir = directory();
  const [here, there] = [{ DATABASE_URL: old.url }, { DATABASE_URL: fresh.url }];
  const gone = await old.db.transaction((tx) => personOf(tx, "noor@stad.example", "Noor", "nl"));
  await old.db.transaction((tx) => personOf(tx, "samira@stad.example", "Samira", "nl"));
  const file = dir.at("klankbord.backup");
  expect(JSON.parse((await klankbord(["backup", file], here)).out)).toMatchObject({ file });
  expect(await klankbord(["backup", file], here)).toMatchObject({ code: 2, said: `${file} is er al. Kies een andere naam.` });
  expect((await klankbord(["backup", dir.at("no/where")], here)).said).toContain("deze map of dit bestand is er niet");
  await klankbord(["erase", gone], here);
  writeFileSync(dir.at("erased.txt"), (await klankbord(["erase", "--list"], here)).out);

  expect((await klankbord(["restore", file, "--erased", file], there)).said).toContain("is geen nummer van een persoon");
  expect((await klankbord(["restore", dir.at("nothing")], there)).said).toContain("is er niet");
  expect((await klankbord(["restore", dir.at("erased.txt")], there)).said).toBe(
    "Dit is geen back-up van Klankbord. Er is niets teruggezet.",
  );
  const restored = await klankbord(["restore", file, "--erased", dir.at("erased.txt")], there);
  expect(JSON.parse(restored.out)).toMatchObject({ file, erased: 1 });
  const { rows } = await fresh.pool.query("select mail from person order by mail nulls last");
  expect(rows).toEqual([{ mail: "samira@stad.example" }, { mail: null }]);
  expect((await klankbord(["restore", file], there)).said).toContain("Deze installatie is niet leeg.");
});

test("after the database went back by its own means, who was on the list is erased again, and once", async () => {
  await using here = await freshDatabase();
  using dir = directory();
  const gone = await here.db.transaction((tx) => personOf(tx, "noor@stad.example", "Noor", "nl"));
  writeFileSync(dir.at("gewist"), `${gone}\n${crypto.randomUUID()}\ndialoog:${crypto.randomUUID()}\n`);
  writeFileSync(dir.at("wrong"), "noor@stad.example\n");
  const again = (list: string) => klankbord(["erase", "--again", dir.at(list)], { DATABASE_URL: here.url });
  expect((await again("wrong")).said).toContain("nummer 1 is geen nummer van een persoon of dialoog. Er is niets gewist.");
  expect(JSON.parse((await again("gewist")).out)).toEqual({ erased: 1, erasedDialogues: 0 });
  expect(JSON.parse((await again("gewist")).out)).toEqual({ erased: 0, erasedDialogues: 0 });
  expect((await here.pool.query("select mail from person")).rows).toEqual([{ mail: null }]);
  expect((await klankbord(["erase", "--again"], { DATABASE_URL: here.url })).said).toContain("Gebruik: klankbord erase");
});

test("the embedded database moves to one elsewhere", async () => {
  await using fresh = await freshDatabase();
  using dir = directory();
  const embedded = { DATA_DIR: dir.at("data") };
  expect((await klankbord(["claim"], embedded)).out).toContain("/claim/");
  const moved = await klankbord(["move-database", fresh.url], embedded);
  expect(JSON.parse(moved.out).rows).toBeGreaterThan(1);
  const { rows } = await fresh.pool.query("select count(*)::int as n from link where kind = 'claim'");
  expect(rows).toEqual([{ n: 1 }]);
  const refused = (url: string, env: Readonly<Record<string, string>> = embedded) =>
    klankbord(["move-database", url], env).then(({ code, said }) => [code, said]);
  expect(await refused(fresh.url, { DATABASE_URL: fresh.url })).toEqual([2, expect.stringContaining("DATABASE_URL")]);
  expect(await refused("postgres://localhost:1/leeg")).toEqual([2, expect.stringContaining("niet bereikbaar")]);
  expect(await refused("een database")).toEqual([2, expect.stringContaining("Gebruik:")]);
});

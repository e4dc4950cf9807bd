import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { sealAudit } from "../app/organisation/audit/seal.server.ts";
import { freshDatabase } from "../tests/database.ts";

const main = path.resolve(import.meta.dirname, "main.ts");
async function klankbord(args: readonly string[], env: Readonly<Record<string, string>>) {
  const run = promisify(execFile)(process.execPath, [main, ...args], { env: { ...process.env, ...env } });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      stdout: error.stdout,
      stderr: error.stderr,
    }),
  );
}

test("klankbord claim prints a link, and the one before ends", async () => {
  await using database = await freshDatabase();
  const env = { DATABASE_URL: database.url, ORIGIN: "https://dialoog.voorbeeld.example" };
  const first = await klankbord(["claim"], env);
  const second = await klankbord(["claim"], env);
  expect(first.stdout).toMatch(/^https:\/\/dialoog\.voorbeeld\.example\/claim\/[\w-]{43}\n$/);
  expect(second.stdout).not.toBe(first.stdout);
  const living = await database.pool.query("select 1 from link where kind = 'claim' and ended_at is null");
  expect(living.rowCount).toBe(1);
});

test("klankbord import polis tells on one line what to mend, and prints one object when it is done", async () => {
  await using database = await freshDatabase();
  const env = { DATABASE_URL: database.url };
  const dir = mkdtempSync(path.join(tmpdir(), "klankbord-import-"));
  try {
    writeFileSync(path.join(dir, "comments.csv"), "comment-id,moderated,comment-body\n0,1,Een\n");
    writeFileSync(path.join(dir, "participants-votes.csv"), "participant,n-agree,n-disagree,0\n1,1,0,misschien\n");
    const bad = await klankbord(["import", "polis", dir], env);
    expect(bad.code).toBe(2);
    expect(bad.stderr.trim().split("\n").at(-1)).toBe(
      "participants-votes.csv, rij 2, kolom 0: ‘misschien’ is geen stem; gebruik 1, 0, -1 of niets. Er is niets geïmporteerd.",
    );
    writeFileSync(path.join(dir, "participants-votes.csv"), "participant,n-agree,n-disagree,0\n1,1,0,1\n");
    const good = await klankbord(["import", "polis", dir], env);
    expect(JSON.parse(good.stdout)).toMatchObject({ status: "imported", people: 1, insights: 1, ballots: 1 });
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test("a wrong DATABASE_URL is one line and exit 2", async () => {
  const answer = await klankbord(["claim"], { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
  expect(answer.code).toBe(2);
  expect(answer.stderr.trim().split("\n")).toHaveLength(1);
});

test("klankbord verify-audit says that the log is whole, and names the first line that is not", async () => {
  await using database = await freshDatabase();
  const env = { DATABASE_URL: database.url };
  await klankbord(["claim"], env);
  await sealAudit(database.db);
  const whole = await klankbord(["verify-audit", "--json"], env);
  const { head, ...found } = JSON.parse(whole.stdout);
  expect(found).toEqual({ seals: 1, sealed: 1, unsealed: 0 });
  expect((await klankbord(["verify-audit", "--head", head], env)).stdout).toMatch(
    /^Het logboek klopt: 1 regel onder 1 zegel, 0 regels nog zonder zegel\./,
  );
  expect(await klankbord(["verify-audit", "--head", "ab"], env)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("64 tekens"),
  });
  await database.pool.query("set session_replication_role = replica; update audit set what = 'claim.use'");
  const spoilt = await klankbord(["verify-audit"], env);
  expect([spoilt.code, spoilt.stdout]).toEqual([2, ""]);
  expect(spoilt.stderr.trim().split("\n").at(-1)).toMatch(/^Regel 1 van 00000000-\S+ is gewijzigd nadat die werd verzegeld\.$/);
});

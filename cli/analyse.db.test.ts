import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "../app/platform/database/tables.ts";
import type { DialogueId } from "../app/platform/ids.ts";
import { findPoints, latestAnalysis } from "../app/session/analysis/analysis.server.ts";
import { openAnalyst } from "../app/session/analysis/analyst.server.ts";
import { analysis } from "../app/session/insights/tables.ts";
import { freshDatabase } from "../tests/database.ts";
import { polisExport } from "../tests/polis-export.ts";

const main = path.resolve(import.meta.dirname, "main.ts");
const klankbord = (args: readonly string[], url: string) =>
  promisify(execFile)(process.execPath, [main, ...args], { env: { ...process.env, DATABASE_URL: url }, maxBuffer: 1 << 28 });
const json = async (args: readonly string[], url: string) => JSON.parse((await klankbord([...args, "--json"], url)).stdout);

const shared = path.resolve(import.meta.dirname, "../../shared/data/polis");
let own: string;
beforeAll(() => {
  own = mkdtempSync(path.join(tmpdir(), "klankbord-analyse-"));
  const { wide, comments } = polisExport();
  writeFileSync(path.join(own, "participants-votes.csv"), wide);
  writeFileSync(path.join(own, "comments.csv"), comments);
});
afterAll(() => rmSync(own, { recursive: true }));

/** What does not go by anybody's id: it must be the same to the bit. */
const figures = (
  found: Record<string, unknown> & { groups: { size: number; centre: unknown }[]; projection: [string, number, number][] },
) => ({
  status: found.status,
  participants: found.participants,
  votes: found.votes,
  silhouettes: found.silhouettes,
  null: found.null,
  stability: found.stability,
  groups: found.groups.map(({ size, centre }) => [size, centre]),
  points: found.projection.map(([, x, y]) => `${x} ${y}`).sort(),
});

const conversations = ["", "brexit-consensus"];
test.each(conversations)("file, database, worker and another process find the same, to the bit %s", async (name) => {
  const dir = name === "" ? own : path.join(shared, name);
  if (!existsSync(dir)) return console.error(`${dir}: er niet, overgeslagen`);
  await using database = await freshDatabase();
  const { db, url } = database;
  const imported = await klankbord(["import", "polis", dir], url);
  const { dialogueId, slug } = JSON.parse(imported.stdout) as { dialogueId: DialogueId; slug: string };
  const kept = await latestAnalysis(db, dialogueId);

  const fromFile = await json(
    ["analyse", "--votes", path.join(dir, "participants-votes.csv"), "--comments", path.join(dir, "comments.csv")],
    url,
  );
  const fromDatabase = await json(["analyse", "--dialogue", slug], url);
  expect(figures(fromDatabase)).toEqual(figures(fromFile));
  expect(await db.$count(audit, eq(audit.what, "analysis.export"))).toBe(1);

  expect(await klankbord(["analyse", "--dialogue", slug, "--result", kept?.id ?? ""], url)).toMatchObject({
    stdout: "hetzelfde\n",
  });
  expect(await json(["analyse", "--dialogue", dialogueId, "--result", kept?.id ?? ""], url)).toMatchObject({ says: "same" });

  // as the server would, without anything to go on from
  await db.delete(analysis);
  await db.execute(sql`delete from analysis_member`);
  const analyst = openAnalyst({ ...database.at });
  await analyst.update(dialogueId).finally(() => analyst.close());
  const made = await latestAnalysis(db, dialogueId);
  expect(made?.found).toEqual(kept?.found);
  expect(made?.found).toMatchObject({
    status: fromFile.status,
    silhouettes: fromFile.silhouettes,
    stability: { ari: fromFile.stability },
  });
  const points = await findPoints(db, made?.id as never);
  expect([...(points?.x ?? [])].sort()).toEqual(fromFile.projection.map(([, x]: [string, number]) => Math.fround(x)).sort());
});

test("a result that is not there, and ballots that changed since, are told", async () => {
  await using database = await freshDatabase();
  const { db, url } = database;
  const { dialogueId } = JSON.parse((await klankbord(["import", "polis", own], url)).stdout);
  const { id } = (await latestAnalysis(db, dialogueId)) as { id: string };
  const args = ["analyse", "--dialogue", dialogueId, "--result"];
  await expect(klankbord([...args, crypto.randomUUID()], url)).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^Deze dialoog heeft geen uitkomst .*\n$/),
  });
  await expect(klankbord([...args, crypto.randomUUID(), "--lang", "en"], url)).rejects.toMatchObject({
    stderr: expect.stringMatching(/^This dialogue has no result .*\n$/),
  });
  // on an insight that counts: one that was closed is left out
  await db.execute(sql`update ballot set choice = 'skip', at = clock_timestamp() where (insight_id, person_id) =
    (select b.insight_id, b.person_id from ballot b join insight i on i.id = b.insight_id
     where b.choice <> 'skip' and i.state = 'open' order by 1, 2 limit 1)`);
  const { stdout } = await klankbord([...args, id], url);
  expect(stdout).toMatch(
    /^anders\n- de stemmen zijn sindsdien veranderd: toen \d+ van 40 mensen, nu \d+ van 40; 1 zijn van later\n/,
  );
  expect((await klankbord([...args, id, "--lang", "en"], url)).stdout).toContain("the ballots changed since");
});

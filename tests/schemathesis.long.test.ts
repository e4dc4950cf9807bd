import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { person } from "../app/dialogue/tables.ts";
import { networkPractice, networkPracticeVersion } from "../app/network/library/tables.ts";
import { makeApplication } from "../app/organisation/connections/applications.server.ts";
import type { ApplicationId, PersonId, PracticeId } from "../app/platform/ids.ts";
import { publishReport } from "../app/report/publish/reports.server.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";

const program = process.env.SCHEMATHESIS ?? "schemathesis";
function isHere(): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
const here = isHere();
if (!here)
  console.error("schemathesis is not here: the API is not tried with it (pip install schemathesis, or SCHEMATHESIS=/path/to/it)");

/** An entry of the library that everybody may read. */
async function openPractice(db: FreshDatabase["db"], made: Invented): Promise<void> {
  const [personId] = [...made.personIds.values()];
  const fieldId = [...made.fieldIds.values()][0] as never;
  const id = crypto.randomUUID() as PracticeId;
  const words = {
    ...{ title: "Vaste gezinswerker", situation: "Steeds een ander.", done: "Eén werker die blijft.", took: "", gave: "Rust." },
    ...{ conditions: "", links: "" },
  };
  const row = { id, dialogueId: made.dialogueId, number: 7, personId: personId as PersonId, words, version: 2 };
  await db.insert(networkPractice).values({ ...row, published: 1, open: true, themeIds: [], fieldIds: [fieldId] });
  await db.insert(networkPracticeVersion).values({ practiceId: id, version: 1, words, open: true });
}

let database: FreshDatabase;
let klankbord: Klankbord;
let key = "";
/** It leaves what it found where it stands. */
const scratch = mkdtempSync(path.join(tmpdir(), "klankbord-schemathesis-"));

beforeAll(async () => {
  if (!here) return;
  database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  await openPractice(db, made);
  const [naomi] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  const by = naomi?.id as PersonId;
  await publishReport(db, made.dialogueId, { person: by }, { number: 1, change: "" });
  const scopes = ["dialogen", "gebeurtenissen"] as const;
  const id = crypto.randomUUID() as ApplicationId;
  const given = await makeApplication(db, by, { id, name: "Schemathesis", scopes, oauthClient: null });
  key = given.status === "made" ? (given.key ?? "") : "";
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
  rmSync(scratch, { recursive: true, force: true });
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

test.runIf(here)("schemathesis finds no answer that the description does not promise", async () => {
  const words = ["run", `${klankbord.origin}/api/v1/openapi.json`, "--url", `${klankbord.origin}/api/v1`];
  const how = ["-H", `Authorization: Bearer ${key}`, "--rate-limit", "40/s", "--no-color", "--generation-database", "none"];
  const most = ["--phases", "examples,coverage,fuzzing", "--max-examples", process.env.EXAMPLES ?? "100"];
  const said = await new Promise<{ code: number; text: string }>((resolve) => {
    execFile(program, [...words, ...how, ...most], { maxBuffer: 64 * 1024 * 1024, cwd: scratch }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, text: out + err }),
    );
  });
  expect(said.code, said.text.slice(-6_000)).toBe(0);
});

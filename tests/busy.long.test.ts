import { type ChildProcess, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillIn, readForms } from "../demo/form.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { postForm, teamCookie } from "./visitors.ts";

let database: FreshDatabase;
let made: Invented;
let organiser: string;
let klankbord: Klankbord;

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  organiser = await teamCookie(database.db, "organiser", made.dialogueId);
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

test("half a minute without a processor to spare: people wait, and what was acknowledged is kept", async () => {
  const url = `${klankbord.origin}/team/${made.slug}/oproep`;
  const page = await fetch(url, { headers: { cookie: organiser } }).then((answer) => answer.text());
  const spinning: ChildProcess[] = Array.from({ length: availableParallelism() * 2 }, () =>
    spawn(process.execPath, ["-e", "for (const end = Date.now() + 30_000; Date.now() < end; );"], { stdio: "ignore" }),
  );
  const done = Promise.all(spinning.map((one) => new Promise((resolve) => one.once("exit", resolve))));
  let busy = true;
  done.then(() => {
    busy = false;
  });
  let [form, yes, no, slowest] = [page, 0, 0, 0];
  while (busy) {
    const read = readForms(form).find(({ fields }) => fields.some(({ name }) => name === "lead"));
    if (!read) throw new Error("no form for the call");
    const lead = `Keer ${yes + no}.`;
    const began = performance.now();
    const answer = await postForm(url, organiser, Object.fromEntries(fillIn(read, { lead })));
    slowest = Math.max(slowest, performance.now() - began);
    const body = await answer.text();
    if (answer.status < 400) {
      yes += 1;
      expect((await database.pool.query("select lead from call")).rows).toEqual([{ lead }]);
    } else {
      no += 1;
      expect([answer.status, body.includes(lead)]).toEqual([503, true]);
    }
    const next = await fetch(url, { headers: { cookie: organiser } });
    const text = await next.text();
    if (next.status === 200) form = text;
  }
  await done;
  expect(yes).toBeGreaterThan(0);
  console.error(`${yes} kept, ${no} asked to wait, the slowest took ${Math.round(slowest)} ms`);
});

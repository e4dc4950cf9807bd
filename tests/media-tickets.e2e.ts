import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registration } from "../app/dialogue/people/tables.ts";
import { session } from "../app/dialogue/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { askMedia, relaysOf } from "./media.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { until } from "./until.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";
import { expectWithin } from "./within.ts";

// docs/media.md: the rules between brackets.

let database: FreshDatabase;
let morning: Morning;
let other: Morning;
let klankbord: Klankbord;
let leads: string;
const cookies: string[] = [];
const nothing = { sound: false, picture: false };
const wants = { pinned: null, pictures: true };

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  morning = await makeMorning(db, 5);
  other = await makeMorning(db, 2, "elders");
  for (const personId of morning.people) cookies.push(await guestCookie(db, personId, morning.dialogueId));
  await morning.seat("group", [
    [0, 1],
    [2, 3],
  ]);
  await other.seat("group", [[0, 1]]);
  await Promise.all([morning.goTo("group"), other.goTo("group")]);
  leads = await teamCookie(db, "facilitator", morning.dialogueId, { name: "Joke", mail: "joke@team.example" });
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const at = () => ({ origin: klankbord.origin, sessionId: morning.sessionId });
const ask = (n: number, what: Parameters<typeof askMedia>[2], as?: "team") =>
  askMedia(at(), n < 0 ? leads : (cookies[n] ?? ""), what, as);
async function ticketOf(n: number, as?: "team"): Promise<string> {
  const { said } = await ask(n, { do: "ticket" }, as);
  if (said.status !== "ticket") throw new Error(JSON.stringify(said));
  return said.ticket;
}
const join = (n: number, ticket: string, as?: "team") => ask(n, { do: "join", ticket, own: nothing, wants }, as);
async function changeStep(kind: string): Promise<void> {
  await morning.goTo(kind);
}

test("no process carries media before somebody asks for a ticket [ME5]", async () => {
  expect(relaysOf(klankbord.pid)).toEqual([]);
  expect((await ask(0, { do: "ticket" })).said.status).toBe("ticket");
  await until(() => relaysOf(klankbord.pid).length === 2);
});

test("a ticket leads to an offer of the relay, without an address in it [ME1, ME3]", async () => {
  const { said } = await join(0, await ticketOf(0));
  expect(said.status).toBe("offer");
  if (said.status !== "offer") return;
  expect(said.sdp.match(/^m=/gm)).toHaveLength(19);
  expect(said.sdp).not.toContain("a=candidate");
  expect(said.sdp).toContain("VP8/90000");
  expect(said.sdp).toContain("opus/48000");
});

test("nobody else comes in with it, and it opens no other room [ME1]", async () => {
  const mine = await ticketOf(0);
  const refused = { status: "none", why: "not-yours" };
  // another at the same table, and at another one
  expect((await join(1, mine)).said).toEqual(refused);
  expect((await join(2, mine)).said).toEqual(refused);
  // the same words, for who leads; and one who sits at no table
  expect((await join(-1, mine, "team")).said.status).toBe("none");
  expect((await ask(4, { do: "ticket" })).said).toEqual({ status: "none", why: "no-room" });
  // torn, made up, empty
  for (const torn of ["", "a.b", mine.slice(0, -2), `${mine}x`, `x${mine}`, mine.replace(".", "")])
    expect((await join(0, torn)).said).toEqual(refused);
  const [claim = ""] = mine.split(".");
  const forged = Buffer.from(
    Buffer.from(claim, "base64url")
      .toString()
      .replace(morning.people[0] ?? "", morning.people[1] ?? ""),
  );
  expect((await join(1, `${forged.toString("base64url")}.${mine.split(".")[1]}`)).said).toEqual(refused);
  // another session, with the cookie of this one
  const elsewhere = await askMedia({ ...at(), sessionId: other.sessionId }, cookies[0] ?? "", { do: "ticket" });
  expect(elsewhere.status).toBe(401);
  // without a cookie, and as who leads with that of a participant
  expect((await askMedia(at(), "", { do: "ticket" })).status).toBe(401);
  expect((await askMedia(at(), cookies[0] ?? "", { do: "ticket" }, "team")).status).toBe(403);
});

test("a ticket of the step before opens nothing any more [ME1]", async () => {
  const before = await ticketOf(0);
  await changeStep("plenary");
  expect((await join(0, before)).said).toEqual({ status: "none", why: "not-yours" });
  // in the plenary everybody may look on, and who leads is heard
  const here = await ticketOf(4);
  expect((await join(4, here)).said.status).toBe("offer");
  expect((await join(-1, await ticketOf(-1, "team"), "team")).said.status).toBe("offer");
  await changeStep("group");
  expect((await join(4, here)).said.status).toBe("none");
});

test("who was put out, signed off or comes after the end gets none [ME1]", async () => {
  const { db } = database;
  const ticket = await ticketOf(3);
  const person = morning.people[3] as PersonId;
  const mine = eq(registration.personId, person);
  await db.update(registration).set({ state: "withdrawn" }).where(mine);
  await until(async () => (await join(3, ticket)).status !== 200);
  await db.update(registration).set({ state: "admitted" }).where(mine);
  await until(async () => (await ask(3, { do: "ticket" })).said.status === "ticket");
  const form = { mens: person, soort: "removed", reden: "Rust" };
  const measured = await postForm(
    `${klankbord.origin}/team/${morning.slug}/bijeenkomst/${morning.sessionId}/maatregelen`,
    leads,
    form,
  );
  expect(measured.status).toBe(303);
  await until(async () => (await join(3, ticket)).said.status === "none" || (await join(3, ticket)).status !== 200);
  await db.update(session).set({ state: "ended" }).where(eq(session.id, morning.sessionId));
  expect((await ask(0, { do: "ticket" })).said.status).toBe("none");
  await db.update(session).set({ state: "live" }).where(eq(session.id, morning.sessionId));
});

test("what is no question is refused, and an answer that is none ends only its own connection [ME8]", async () => {
  for (const vraag of [
    "",
    "[]",
    '{"do":"all"}',
    '{"do":"answer","as":"participant","generation":1,"sdp":5}',
    "x".repeat(150_000),
  ]) {
    const answer = await postForm(`${klankbord.origin}/bijeenkomst/${morning.sessionId}/beeld`, cookies[0] ?? "", { vraag });
    expect(answer.status).toBe(400);
  }
  const watching = await join(1, await ticketOf(1));
  for (const sdp of ["", "v=0\r\n", "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n".repeat(500), "x".repeat(60_000)]) {
    const { said } = await join(0, await ticketOf(0));
    if (said.status !== "offer") throw new Error(JSON.stringify(said));
    const answered = await ask(0, { do: "answer", generation: said.generation, sdp });
    expect(answered.said.status, sdp.slice(0, 20)).not.toBe("candidates");
  }
  if (watching.said.status !== "offer") throw new Error("no offer");
  const still = await ask(1, { do: "state", generation: watching.said.generation, own: nothing, wants });
  expect(still.said).toEqual({ status: "done" });
  // said once, and not of whom
  const said = () => klankbord.said().split("een antwoord was niet te lezen").length - 1;
  await until(() => said() > 0);
  expect(said()).toBe(1);
  expect(klankbord.said()).not.toContain(morning.people[0]);
});

test("whether the talk of a group is spread hears who leads, and nobody else [ME15]", async () => {
  const asked = await ask(0, { do: "spread" });
  expect(asked.said).toEqual({ status: "none", why: "not-yours" });
  // nothing was heard of anybody yet
  expect((await ask(-1, { do: "spread" }, "team")).said).toEqual({ status: "spread", groups: {} });
});

test("the newest tab has it; the one before hears so [ME4]", async () => {
  const first = await join(0, await ticketOf(0));
  const second = await join(0, await ticketOf(0));
  if (first.said.status !== "offer" || second.said.status !== "offer") throw new Error("no offer");
  const told = await ask(0, { do: "hear", generation: first.said.generation, after: 0 });
  expect(told.said).toEqual({ status: "none", why: "elsewhere" });
});

test.each(["SIGKILL", "SIGSTOP"] as const)(
  "a relay that gets %s is missed, and another stands ready within 5 s [ME5]",
  async (signal) => {
    const { said } = await join(0, await ticketOf(0));
    if (said.status !== "offer") throw new Error(JSON.stringify(said));
    let after = 0;
    const hear = async () => (await ask(0, { do: "hear", generation: said.generation, after })).said;
    const first = await hear();
    if (first.status === "told") after = first.told.n;
    const begun = performance.now();
    const before = relaysOf(klankbord.pid);
    for (const pid of before) process.kill(pid, signal);
    await until(async () => (await hear()).status === "again");
    await until(async () => (await join(0, await ticketOf(0))).said.status === "offer");
    expectWithin(5_000, `after ${signal}, an offer again`, performance.now() - begun);
    // text went on meanwhile
    expect((await fetch(`${klankbord.origin}/healthz`)).status).toBe(200);
    await until(() => relaysOf(klankbord.pid).filter((pid) => !before.includes(pid)).length === 2);
  },
);

test("with its server the relays end [ME5]", async () => {
  const pids = relaysOf(klankbord.pid);
  expect(pids.length).toBe(2);
  await klankbord.end("SIGTERM");
  await until(() =>
    pids.every((pid) => {
      try {
        process.kill(pid, 0);
        return false;
      } catch {
        return true;
      }
    }),
  );
});

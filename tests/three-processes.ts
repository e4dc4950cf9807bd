import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { session } from "../app/dialogue/tables.ts";
import type { InsightId, PersonId } from "../app/platform/ids.ts";
import { tally } from "../app/session/insights/tables.ts";
import { stepAttendance } from "../app/session/tables.ts";
import type { FreshDatabase } from "./database.ts";
import { fillInvented } from "./invented.ts";
import { freePort, type Klankbord, startKlankbord } from "./klankbord.ts";
import { openScreen, type Screen, worldOf } from "./line.ts";
import { until } from "./until.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

/** Stands before some processes, as a balancer does: each connection goes to one that answers. */
async function openBalancer(ports: readonly number[], port: number) {
  let turn = 0;
  const server = net.createServer((client) => {
    client.on("error", () => {});
    const tryNext = (left: number) => {
      if (left === 0) return client.destroy();
      turn += 1;
      const up = net.connect(ports[turn % ports.length] ?? 0, "127.0.0.1");
      const failed = () => tryNext(left - 1);
      up.once("error", failed);
      up.once("connect", () => {
        up.off("error", failed);
        up.on("error", () => client.destroy());
        up.on("close", () => client.destroy());
        client.on("close", () => up.destroy());
        client.pipe(up).pipe(client);
      });
    };
    tryNext(ports.length);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { close: () => new Promise((resolve) => server.close(resolve)) };
}

interface Cluster {
  readonly origin: string;
  readonly processes: Klankbord[];
  /** `kill -9` for the one, and starts it anew. */
  kill(which: number): Promise<void>;
  /** A restart as for a new version: it says goodbye first. */
  restart(which: number): Promise<void>;
  end(): Promise<void>;
}

export async function startCluster(
  database: FreshDatabase,
  { size = 3, env = {} }: { readonly size?: number; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Cluster> {
  const front = await freePort();
  const ports = await Promise.all(Array.from({ length: size }, freePort));
  const origin = `http://localhost:${front}`;
  const start = (port: number) => startKlankbord({ port, env: { ...env, DATABASE_URL: database.url, ORIGIN: origin } });
  const processes: Klankbord[] = [];
  // The first builds, if need be.
  for (const port of ports) processes.push(await start(port));
  const balancer = await openBalancer(ports, front);
  const again = async (which: number, signal: NodeJS.Signals) => {
    await processes[which]?.end(signal);
    processes[which] = await start(ports[which] ?? 0);
  };
  return {
    origin,
    processes,
    kill: (which) => again(which, "SIGKILL"),
    restart: (which) => again(which, "SIGTERM"),
    async end() {
      await Promise.all(processes.map((one) => one[Symbol.asyncDispose]()));
      balancer.close();
    },
  };
}

/** A session in its practice check, with people who follow it and vote. */
export async function openHall(database: FreshDatabase, cluster: Cluster, size: number) {
  const { db, pool } = database;
  const made = await fillInvented(db);
  await db.execute(sql`delete from ballot`);
  await db.update(session).set({ state: "live", turn: 1, currentStepId: made.stepIds[5] ?? null });
  await db.update(session).set({ stepStartedAt: sql`now()`, stepEndsAt: sql`now() + interval '2 hours'` });
  const facilitator = await teamCookie(db, "facilitator", made.dialogueId);
  const insights = [...made.insightIds.values()] as InsightId[];
  const people = [...made.personIds.values()].slice(0, size) as PersonId[];
  const cookies = await Promise.all(people.map((id) => guestCookie(db, id, made.dialogueId)));
  const screens: Screen<"participant">[] = cookies.map((cookie, at) => {
    const world = worldOf(cluster, cookie);
    // One in five has a network without sockets.
    const blocked = at % 5 === 4 ? { ...world, openSocket: (address: string) => world.openSocket(`${address}-not`) } : world;
    return openScreen({ session: made.sessionId, as: "participant" }, blocked, {
      waitBefore: () => 100 + Math.random() * 400,
      lostAfterMs: 60_000,
    });
  });
  const team = openScreen({ session: made.sessionId, as: "team" }, worldOf(cluster, facilitator), { waitBefore: () => 200 });
  const steer = (path: string, form: Record<string, string>) =>
    patiently(() => postForm(`${cluster.origin}/team/${made.slug}/bijeenkomst/${made.sessionId}/${path}`, facilitator, form));

  let voting = true;
  let yes = 0;
  const acknowledged = new Map<string, string>();
  const doubtful = new Map<string, Set<string>>();
  const vote = async (voter: number) => {
    for (let round = voter; voting; round++) {
      const insight = insights[round % insights.length] ?? "";
      const choice = ["agree", "disagree", "skip", "not-my-field"][(round + voter) % 4] ?? "skip";
      const key = `${people[voter]} ${insight}`;
      const asked = doubtful.get(key) ?? new Set();
      doubtful.set(key, asked.add(choice));
      const url = `${cluster.origin}/bijeenkomst/${made.sessionId}/stemmen`;
      const answer = await postForm(url, cookies[voter] ?? "", { insight, choice }).catch(() => null);
      const ok = answer?.status === 303 && !answer.headers.get("location")?.includes("melding");
      await answer?.arrayBuffer().catch(() => {});
      if (ok) {
        acknowledged.set(key, choice);
        asked.clear();
        yes += 1;
      }
      await sleep(ok ? 20 : 50);
    }
  };
  const voters = people.slice(0, 20).map((_, voter) => vote(voter));
  return {
    made,
    screens,
    team,
    get acknowledged() {
      return yes;
    },
    async everybodySees(present: number): Promise<void> {
      await until(() => screens.every(({ views }) => views.at(-1)?.present === present));
    },
    /** Somebody closes their page. */
    leave(): void {
      screens.pop()?.line.stop();
    },
    /** Says something to all. @returns the ms between the first and the last screen that showed it */
    async say(text: string): Promise<number> {
      const seen = screens.map((screen) =>
        screen.until(({ announcement }) => announcement === text).then(() => performance.now()),
      );
      await steer("bericht", { tekst: text });
      const times = await Promise.all(seen);
      return Math.max(...times) - Math.min(...times);
    },
    /** Somebody writes captions. @returns the ms until every screen, of whatever process, shows what was typed */
    async caption(text: string): Promise<number> {
      await db.execute(
        sql`update session set captioner_id = (select person_id from membership where role = 'facilitator' limit 1)`,
      );
      const type = async (fields: Record<string, string>) => {
        const form = { als: "captions", ...fields };
        const answer = await postForm(`${cluster.origin}/bijeenkomst/${made.sessionId}/typen`, facilitator, form);
        await answer.arrayBuffer();
        return answer.status === 200;
      };
      // each process hears of it with its next look; typed at the pace of a page, for the brake refuses a faster one
      for (let first = 0; first < 12; await sleep(200)) first = (await type({ tekst: "Eerst" })) ? first + 1 : 0;
      await until(() => screens.every(({ talk }) => talk.at(-1)?.writing[0]?.text === "Eerst"));
      const from = performance.now();
      expect(await type({ tekst: text })).toBe(true);
      await until(() => screens.every(({ talk }) => talk.at(-1)?.writing[0]?.text === text));
      const ms = performance.now() - from;
      expect(await type({ tekst: "", af: text })).toBe(true);
      await until(() => screens.every(({ talk }) => talk.at(-1)?.said?.at(-1)?.text === text));
      return ms;
    },
    /** @returns what was acknowledged and is not there */
    async lost(): Promise<string[]> {
      voting = false;
      await Promise.all(voters);
      const { rows } = await pool.query<{ key: string; choice: string }>(
        "select person_id || ' ' || insight_id as key, choice from ballot",
      );
      const kept = new Map(rows.map(({ key, choice }) => [key, choice]));
      return [...acknowledged]
        .filter(([key, choice]) => kept.get(key) !== choice && !doubtful.get(key)?.has(kept.get(key) ?? ""))
        .map(([key]) => key);
    },
    /** The place of the process that leads this dialogue. */
    async leader(): Promise<number> {
      let pid = 0;
      await until(async () => {
        const { rows } = await pool.query<{ name: string }>(
          `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
           where l.locktype = 'advisory' and l.granted and a.application_name like 'klankbord %' and a.datname = current_database()`,
        );
        pid = Number(rows[0]?.name.split(" ")[1] ?? 0);
        return pid > 0;
      });
      return cluster.processes.findIndex((one) => one.pid === pid);
    },
    end() {
      voting = false;
      for (const screen of [...screens, team]) screen.line.stop();
    },
  };
}

/** At the end: what was acknowledged is there, every screen counts the same ballots, and everybody was there for this step. */
export async function compareHall(
  { db }: FreshDatabase,
  hall: Awaited<ReturnType<typeof openHall>>,
  people: number,
): Promise<void> {
  expect(await hall.lost()).toEqual([]);
  const [row] = await db.select().from(tally).where(eq(tally.sessionId, hall.made.sessionId));
  expect(row?.ballots).toBeGreaterThan(0);
  await until(() => hall.screens.every(({ views }) => views.at(-1)?.answers === row?.ballots));
  const there = await db.select({ personId: stepAttendance.personId }).from(stepAttendance);
  expect(new Set(there.map(({ personId }) => personId)).size).toBe(people);
}

async function patiently(ask: () => Promise<Response>): Promise<void> {
  await until(async () => {
    const answer = await ask().catch(() => null);
    await answer?.arrayBuffer().catch(() => {});
    return answer?.status === 303;
  });
}

import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { backing, contribution } from "../app/contribution/tables.ts";
import { session, step } from "../app/dialogue/tables.ts";
import type { PersonId, SessionId, StepId } from "../app/platform/ids.ts";
import type { StepKind } from "../app/prepare/run-sheet/step.ts";
import { ballot } from "../app/session/insights/tables.ts";
import { beatEveryMs } from "../app/session/live/protocol.ts";
import { stepAttendance } from "../app/session/tables.ts";
import { mark } from "../app/session/weigh/tables.ts";
import type { FreshDatabase } from "./database.ts";
import { openScreen, worldOf } from "./line.ts";
import { makeMorning } from "./morning.ts";
import { until } from "./until.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";
import { makeWalker, type Walker, type Way } from "./walker.ts";

export interface Walk {
  readonly people: number;
  /** Where the facilitator and the projector come in. */
  readonly origin: string;
  /** The way of each person, in turn. */
  readonly ways: readonly Way[];
  /** How much faster than 120 minutes. */
  readonly speed: number;
  readonly insights?: number;
  /** While a step is lived: something that goes wrong. */
  readonly meanwhile?: (kind: StepKind) => Promise<unknown>;
  /** When everybody is done with a step, and sits still. */
  readonly quiet?: (kind: StepKind) => Promise<unknown>;
}

/**
 * A whole session of the run sheet 09.00-11.00, from the lobby to the end, by its public routes: each kind of step, cards, two
 * deals, needs, the practice check, marks. One person comes when it has begun. @returns how many words and answers were kept
 */
export async function walkSession({ db }: FreshDatabase, walk: Walk, slug = "ochtend") {
  const morning = await makeMorning(db, walk.people, slug);
  const { sessionId, dialogueId, steps } = morning;
  await db
    .update(session)
    .set({ state: "registration-closed", startsAt: sql`now() + interval '2 days'`, endsAt: sql`now() + interval '3 days'` })
    .where(eq(session.id, sessionId));
  await db
    .update(step)
    .set({ seconds: sql`greatest(1, (${step.seconds} / ${walk.speed}::float)::int)` })
    .where(eq(step.sessionId, sessionId));
  const times = new Map((await db.select().from(step).where(eq(step.sessionId, sessionId))).map((one) => [one.id, one.seconds]));
  const insights: string[] = [];
  for (let n = 1; n <= (walk.insights ?? 12); n++)
    insights.push(await morning.addInsight(`Inzicht ${n}: een vast gezicht helpt.`));

  const facilitator = await teamCookie(db, "facilitator", dialogueId, { name: "Wout", mail: `wout@${slug}.example` });
  const direct = { origin: walk.origin, from: walk.origin };
  const [team, beam] = (["team", "projector"] as const).map((as) =>
    openScreen({ session: sessionId, as }, worldOf(direct, facilitator), {
      waitBefore: () => 200,
      remembers: 4,
      lostAfterMs: 60_000,
    }),
  );
  const stands = () => team?.views.at(-1);
  /** The facilitator presses until it is done: a turn moves once. */
  const lead = async (path: string, form: () => Record<string, string>, done: () => boolean) => {
    const url = `${walk.origin}/team/${slug}/bijeenkomst/${sessionId}/${path}`;
    await until(async () => {
      const answer = await postForm(url, facilitator, form()).catch(() => null);
      await answer?.arrayBuffer().catch(() => {});
      if (answer?.status === 303 && answer.headers.get("location")?.includes("melding"))
        throw new Error(`refused: ${answer.headers.get("location")}`);
      for (let left = 40; left > 0 && !done(); left--) await sleep(50);
      return done();
    });
  };

  const hall = { sessionId, slug, insights };
  const cookies = await Promise.all(morning.people.map((id) => guestCookie(db, id, dialogueId)));
  const walkers: Walker[] = morning.people.map((id, at) =>
    makeWalker(hall, id, cookies[at] ?? "", walk.ways[at % walk.ways.length] ?? direct, at),
  );
  const late = walkers.at(-1);
  const lived: Lived[] = [];
  const inTime = walkers.slice(0, -1);
  try {
    await lead(
      "stand",
      () => ({ doen: "open-lobby" }),
      () => stands()?.state === "lobby",
    );
    await inTurns(inTime, 8, (one) => one.arrive());
    await until(() => stands()?.present === inTime.length);
    await lead(
      "stand",
      () => ({ doen: "start" }),
      () => stands()?.state === "live",
    );
    for (const [at, { id, kind }] of steps.entries()) {
      if (at > 0) {
        const turn = stands()?.turn ?? 0;
        await lead(
          "klok",
          () => ({ doen: "next", beurt: String(turn) }),
          () => (stands()?.turn ?? 0) > turn,
        );
      }
      if (at === 1) await late?.arrive();
      const here = at === 0 ? inTime : walkers;
      const screens = () => [...here.map(({ screen }) => screen), team, beam];
      await until(() => screens().every((screen) => screen?.views.at(-1)?.stepId === id));
      const begun = performance.now();
      const seconds = times.get(id) ?? 1;
      const meanwhile = walk.meanwhile?.(kind as StepKind);
      const acts = here.map((one) => one.act(kind as StepKind, id, seconds * 0.9));
      await Promise.all([...acts, meanwhile, sleep(seconds * 900)]);
      await until(() => screens().every((screen) => screen?.views.at(-1)?.present === here.length));
      await walk.quiet?.(kind as StepKind);
      if (performance.now() - begun > 3 * beatEveryMs) lived.push({ id, here: here.length });
    }
    await lead(
      "stand",
      () => ({ doen: "end" }),
      () => stands()?.state === "ended",
    );
    await until(() => walkers.every(({ screen }) => screen.views.at(-1)?.state === "ended"));
    return await compareAll(db, walkers, lived, sessionId);
  } finally {
    for (const one of walkers) one.leave();
    team?.line.stop();
    beam?.line.stop();
  }
}

interface Lived {
  readonly id: StepId;
  readonly here: number;
}

/** A few at a time, as people come in. */
async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const next = async (): Promise<void> => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

/** Nothing was refused, nobody was put off, and what each person was told was kept is what stands: no more and no less. */
async function compareAll(db: FreshDatabase["db"], walkers: readonly Walker[], lived: readonly Lived[], sessionId: SessionId) {
  const put = walkers.flatMap(({ faults, screen }) => [...faults, ...(screen.refused ? [`line ${screen.refused}`] : [])]);
  expect(put).toEqual([]);
  expect(walkers.flatMap(({ screen }) => screen.states).filter((state) => state === "lost")).toEqual([]);
  const differences: string[] = [];
  await inTurns(walkers, 8, async (one) => {
    for (const line of await one.compare()) differences.push(`${one.personId} ${line}`);
  });
  expect(differences).toEqual([]);
  // By id, against the tables themselves.
  const byPerson = (rows: readonly { readonly personId: PersonId | null; readonly id: string }[]) =>
    rows.map(({ personId, id }) => `${personId} ${id}`).sort();
  const told = (of: (one: Walker) => Iterable<string>) =>
    walkers.flatMap((one) => [...of(one)].map((id) => `${one.personId} ${id}`)).sort();
  const here = sql`(select ${session.dialogueId} from ${session} where ${session.id} = ${sessionId})`;
  const written = await db
    .select({ personId: contribution.personId, id: contribution.id })
    .from(contribution)
    .where(eq(contribution.dialogueId, here));
  expect(byPerson(written)).toEqual(told(({ told }) => told.words.keys()));
  const voted = await db
    .select({ personId: ballot.personId, id: ballot.insightId })
    .from(ballot)
    .where(sql`${ballot.sessionId} = ${sessionId}`);
  expect(byPerson(voted)).toEqual(told(({ told }) => told.answers.keys()));
  const weighed = await db
    .select({ personId: mark.personId, id: mark.contributionId })
    .from(mark)
    .where(sql`${mark.sessionId} = ${sessionId}`);
  expect(byPerson(weighed)).toEqual(told(({ told }) => told.marks));
  const behind = await db
    .select({ personId: backing.personId, id: backing.contributionId })
    .from(backing)
    .innerJoin(contribution, eq(contribution.id, backing.contributionId))
    .where(eq(contribution.dialogueId, here));
  expect(byPerson(behind)).toEqual(told(({ told }) => told.recognised));
  // Who was there for a step of some beats is known to have been.
  const there = await db
    .select({ id: step.id, n: sql<number>`count(*)::int` })
    .from(stepAttendance)
    .innerJoin(step, eq(step.id, stepAttendance.stepId))
    .where(eq(step.sessionId, sessionId))
    .groupBy(step.id);
  const counted = new Map(there.map(({ id, n }) => [id, n]));
  for (const { id, here } of lived) expect(counted.get(id)).toBe(here);
  return {
    words: written.length,
    answers: voted.length,
    marks: weighed.length,
    kinds: walkers.map(({ screen }) => screen.kinds.at(-1)),
  };
}

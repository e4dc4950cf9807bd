import { eq } from "drizzle-orm";
import { registration } from "../dialogue/people/tables.ts";
import { keptHours, lobbyMs } from "../dialogue/rehearsal.ts";
import type { Db, Reader } from "../platform/database/change.server.ts";
import type { DialogueId } from "../platform/ids.ts";
import type { Services } from "../platform/services.server.ts";
import { moveOn, steer } from "../session/clock/steer.server.ts";
import { insight } from "../session/insights/tables.ts";
import { arrive } from "../session/live/arrive.server.ts";
import { markHere } from "../session/live/presence.server.ts";
import { deedsOf } from "./bot.ts";
import { type Bot, doDeed, seeSeats } from "./bots.server.ts";
import { nameTheme } from "./bots-naming.server.ts";
import { eraseRehearsal } from "./erase.server.ts";
import { botSource, findRehearsal, type Rehearsal, rehearsalsOn, rehearsalsOver, stepsOfRehearsal } from "./make.server.ts";
import { askLostTicks, askTick } from "./ticks.server.ts";

const tickMs = 1_000;
/** What the bots of a rehearsal did already, as far as this process knows; done again it is done once. */
const done = new Map<DialogueId, { stepId: string; deeds: Set<string> }>();
const atOnce = 4;

/**
 * One moment of a rehearsal: everybody is here, what is due is done, and the clock goes on when a step is over. All of it follows
 * from what stands in the database, so any process may do the next one.
 */
export async function tickRehearsal(services: Pick<Services, "db" | "pool">, id: DialogueId): Promise<void> {
  const { db } = services;
  const found = await findRehearsal(db, { id });
  if (!found || (found.session.state !== "lobby" && found.session.state !== "live")) {
    done.delete(id);
    return;
  }
  const bots = await botsOf(db, found);
  await markHere(
    db,
    found.session.id,
    bots.map(({ personId }) => personId),
  );
  if (found.session.state === "lobby") await inLobby(db, found, bots);
  else await inStep(services, found, bots);
  await askTick(db, id, tickMs);
}

/** By the minute: each goes on, whatever happened to its process, and goes when it was kept for a day. */
export async function tendRehearsals(db: Db, now: Date): Promise<void> {
  await askLostTicks(db, await rehearsalsOn(db));
  for (const of of await rehearsalsOver(db, new Date(now.getTime() - keptHours * 3_600_000)))
    await eraseRehearsal(db, of, "system");
}

async function botsOf(db: Reader, { session }: Rehearsal): Promise<Bot[]> {
  const rows = await db.select().from(registration).where(eq(registration.sessionId, session.id)).orderBy(registration.queue);
  return rows
    .filter(({ source }) => source === botSource)
    .map(({ personId, fieldId, partyId }, n) => ({ personId, fieldId, partyId, n }));
}

async function inLobby(db: Db, { dialogue, session }: Rehearsal, bots: readonly Bot[]): Promise<void> {
  for (const { personId } of bots) await arrive(db, session, personId);
  if (Date.now() - dialogue.createdAt.getTime() < lobbyMs) return;
  await moveOn(db, { dialogueId: dialogue.id, sessionId: session.id }, "system", "start");
}

async function inStep(services: Pick<Services, "db" | "pool">, found: Rehearsal, bots: readonly Bot[]): Promise<void> {
  const { db } = services;
  const { dialogue, session } = found;
  const steps = await stepsOfRehearsal(db, session.id);
  const now = steps.find(({ id }) => id === session.currentStepId);
  if (!now || !session.stepStartedAt || !session.stepEndsAt || session.pausedLeftMs !== null) return;
  const { stepStartedAt: from, stepEndsAt: until } = session;
  const share = (Date.now() - from.getTime()) / Math.max(1, until.getTime() - from.getTime());
  const before = done.get(dialogue.id);
  const did = before?.stepId === now.id ? before.deeds : new Set<string>();
  done.set(dialogue.id, { stepId: now.id, deeds: did });
  if (now.setting === "group") await seeSeats(db, found, now);
  const insights = await db
    .select({ id: insight.id })
    .from(insight)
    .where(eq(insight.dialogueId, dialogue.id))
    .orderBy(insight.position);
  const at = { services, found, step: now, insights: insights.map(({ id }) => id) };
  const rest = [...bots];
  const next = async (): Promise<void> => {
    for (let bot = rest.shift(); bot; bot = rest.shift())
      // one thing after the other, as somebody does
      for (const [nth, deed] of deedsOf(now, bot.n, insights.length).entries()) {
        const key = `${bot.n} ${nth}`;
        if (deed.at > share || did.has(key)) continue;
        did.add(key);
        await doDeed(at, bot, deed);
      }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  await nameTheme(services, found, bots, did);
  if (Date.now() >= until.getTime()) await goOn(db, found, now.position === steps.at(-1)?.position);
}

async function goOn(db: Db, { dialogue, session }: Rehearsal, last: boolean): Promise<void> {
  const at = { dialogueId: dialogue.id, sessionId: session.id };
  if (last) await moveOn(db, at, "system", "end");
  else await steer(db, at, dialogue.rehearsal.by, { type: "next", seenTurn: session.turn });
}

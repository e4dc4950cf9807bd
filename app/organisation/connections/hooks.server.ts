import { randomBytes } from "node:crypto";
import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { change, type Db, deedBy, INSTALLATION, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { HookId, PersonId } from "../../platform/ids.ts";
import type { EventKind } from "../../platform/webhooks/event.ts";
import { hook, hookDelivery, hookEvent } from "./tables.ts";

const deedOf = (by: PersonId, what: string, id: HookId) => deedBy(by, INSTALLATION, `hook.${what}`, "hook", id);
const makeSecret = () => `whsec_${randomBytes(32).toString("base64")}`;
const isOpen = isNull(hook.endedAt);

/** @returns the secret that signs, which is shown this once; null when the form was sent before */
export async function makeHook(
  db: Db,
  by: PersonId,
  made: { readonly id: HookId; readonly name: string; readonly url: string; readonly kinds: readonly EventKind[] },
): Promise<string | null> {
  const secret = makeSecret();
  return change(db, deedOf(by, "make", made.id), async (tx, { now, unchanged }) => {
    const row = { ...made, kinds: [...made.kinds], secret, madeBy: by, madeAt: now };
    const rows = await tx.insert(hook).values(row).onConflictDoNothing().returning({ id: hook.id });
    return rows.length > 0 ? secret : unchanged(null);
  });
}

async function required(tx: Tx, id: HookId) {
  const [row] = await tx
    .select()
    .from(hook)
    .where(and(eq(hook.id, id), isOpen))
    .for("update");
  if (!row) throw new Refused("gone", 404);
  return row;
}

export type HookDeed = "pause" | "resume" | "end" | "replace" | "test";

/** @returns the new secret where that was asked for */
export async function doHook(db: Db, by: PersonId, id: HookId, deed: HookDeed): Promise<string | null> {
  return change(db, deedOf(by, deed, id), async (tx, { now, unchanged }) => {
    const row = await required(tx, id);
    if (deed === "test") return test(tx, id, now);
    if (deed === "pause" && (row.pausedAt || row.goneAt)) return unchanged(null);
    if (deed === "resume" && !row.pausedAt && !row.goneAt) return unchanged(null);
    const secret = deed === "replace" ? makeSecret() : null;
    const set = {
      pause: { pausedAt: now },
      resume: { pausedAt: null, goneAt: null },
      end: { endedAt: now, secret: "" },
      replace: { secret: secret ?? "" },
    }[deed];
    await tx.update(hook).set(set).where(eq(hook.id, id));
    if (deed === "end") await tx.delete(hookDelivery).where(matches(hookDelivery, { hookId: id, state: "waiting" }));
    if (deed === "resume") await wake(tx);
    return secret;
  });
}

async function test(tx: Tx, id: HookId, now: Date): Promise<null> {
  const [event] = await tx
    .insert(hookEvent)
    .values({ kind: "hook.test", subject: id, data: {}, at: now })
    .returning({ id: hookEvent.id });
  if (event) await tx.insert(hookDelivery).values({ hookId: id, eventId: event.id, nextAt: now });
  await wake(tx);
  return null;
}

/** Sends one again, whether it arrived or not. The receiver knows by its id that it is the same. */
export async function sendAgain(db: Db, by: PersonId, id: HookId, delivery: string): Promise<void> {
  await change(db, deedOf(by, "again", id), async (tx, { now, unchanged }) => {
    await required(tx, id);
    const rows = await tx
      .update(hookDelivery)
      .set({ state: "waiting", attempts: 0, nextAt: now, doneAt: null, problem: null, answer: null })
      .where(and(matches(hookDelivery, { id: delivery, hookId: id }), sql`${hookDelivery.state} <> 'waiting'`))
      .returning({ id: hookDelivery.id });
    if (rows.length === 0) return unchanged(undefined);
    await wake(tx);
  });
}

const wake = (tx: Tx) => tx.execute(sql`select graphile_worker.add_job('hooks', '{}', job_key := 'hooks-now')`);

export type HookState = "on" | "paused" | "gone";
const stateOf = (row: { readonly pausedAt: Date | null; readonly goneAt: Date | null }): HookState =>
  row.goneAt ? "gone" : row.pausedAt ? "paused" : "on";

export async function listHooks(db: Reader) {
  const rows = await db
    .select({
      ...{ id: hook.id, name: hook.name, url: hook.url, kinds: hook.kinds, madeAt: hook.madeAt },
      ...{ pausedAt: hook.pausedAt, goneAt: hook.goneAt },
      failed: sql<number>`(select count(*)::int from hook_delivery d where d.hook_id = hook.id and d.state = 'failed')`,
      waiting: sql<number>`(select count(*)::int from hook_delivery d where d.hook_id = hook.id and d.state = 'waiting')`,
    })
    .from(hook)
    .where(isOpen)
    .orderBy(hook.madeAt);
  return rows.map(({ pausedAt, goneAt, ...row }) => ({ ...row, state: stateOf({ pausedAt, goneAt }) }));
}

export const deliveriesAPage = 50;

/** One address with what was sent to it, the newest first; null when it is not there any more. */
export async function findHook(db: Reader, id: HookId, page: number) {
  const [row] = (await listHooks(db)).filter((one) => one.id === id);
  if (!row) return null;
  const deliveries = await db
    .select({
      ...{ id: hookDelivery.id, state: hookDelivery.state, attempts: hookDelivery.attempts, nextAt: hookDelivery.nextAt },
      ...{ answer: hookDelivery.answer, problem: hookDelivery.problem, doneAt: hookDelivery.doneAt },
      ...{ event: hookEvent.id, kind: hookEvent.kind, at: hookEvent.at },
    })
    .from(hookDelivery)
    .innerJoin(hookEvent, eq(hookEvent.id, hookDelivery.eventId))
    .where(eq(hookDelivery.hookId, id))
    .orderBy(desc(hookEvent.position))
    .limit(deliveriesAPage)
    .offset((page - 1) * deliveriesAPage);
  const [{ n } = { n: 0 }] = await db.select({ n: count() }).from(hookDelivery).where(eq(hookDelivery.hookId, id));
  return { ...row, deliveries, total: n };
}

import { and, asc, count, eq, gt, lt } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { Environment } from "../../platform/environment.ts";
import { cloudEvent, type EventKind, eventTypes, sourceOf } from "../../platform/webhooks/event.ts";
import { hookEvent } from "../connections/tables.ts";
import { base, type Query } from "./resources.ts";

/** An event is told a little later than it happened: so that none with a lower number can still come. */
const settleMs = 10_000;

/** What happened, the oldest first: for programs that ask instead of being told. */
export async function collectEvents(
  db: Reader,
  { origin, eventSource }: Pick<Environment, "origin" | "eventSource">,
  { pagina, aantal, filters }: Query,
  now: Date,
) {
  const kind = Object.entries(eventTypes).find(([, type]) => type === filters.soort)?.[0] as EventKind | undefined;
  const which = and(
    lt(hookEvent.at, new Date(now.getTime() - settleMs)),
    kind && eq(hookEvent.kind, kind),
    filters.na === undefined ? undefined : gt(hookEvent.position, Number(filters.na)),
  );
  const rows = await db
    .select()
    .from(hookEvent)
    .where(which)
    .orderBy(asc(hookEvent.position))
    .limit(aantal)
    .offset((pagina - 1) * aantal);
  const [{ n } = { n: 0 }] = await db.select({ n: count() }).from(hookEvent).where(which);
  const about = { source: sourceOf(eventSource, origin), api: origin + base };
  return { things: rows.map((row) => cloudEvent(row, about)), total: n };
}

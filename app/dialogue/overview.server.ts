import { and, count, eq, isNull, sql } from "drizzle-orm";
import { contribution, placement } from "../contribution/tables.ts";
import type { Reader } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import type { DialogueId, SessionId } from "../platform/ids.ts";
import { insight } from "../session/insights/tables.ts";
import { theme } from "../themes/tables.ts";
import { membership, registration } from "./people/tables.ts";
import { call, session } from "./tables.ts";

export interface SessionCounts {
  readonly id: SessionId;
  readonly capacity: number;
  readonly admitted: number;
  readonly waiting: number;
  readonly toChoose: number;
}

export async function countSessions(db: Reader, dialogueId: DialogueId): Promise<SessionCounts[]> {
  const of = (state: string) => sql<number>`(count(*) filter (where ${registration.state} = ${state}))::int`;
  return db
    .select({
      id: session.id,
      capacity: session.capacity,
      admitted: of("admitted"),
      waiting: of("waiting"),
      toChoose: of("confirmed"),
    })
    .from(session)
    .leftJoin(registration, eq(registration.sessionId, session.id))
    .where(eq(session.dialogueId, dialogueId))
    .groupBy(session.id);
}

/** What an organiser should have filled in before the call goes out. */
export async function readiness(db: Reader, dialogueId: DialogueId) {
  const [text] = await db.select({ owner: call.owner, contact: call.contact }).from(call).where(eq(call.dialogueId, dialogueId));
  const [insights] = await db
    .select({ n: count() })
    .from(insight)
    .where(matches(insight, { dialogueId, state: "open" }));
  const facilitators = await db
    .select({ id: membership.id })
    .from(membership)
    .where(and(matches(membership, { dialogueId, role: "facilitator" }), isNull(membership.endedAt)));
  return {
    owner: Boolean(text?.owner),
    contact: Boolean(text?.contact),
    insights: insights?.n ?? 0,
    facilitator: facilitators.length > 0,
  };
}

export async function countHarvest(db: Reader, dialogueId: DialogueId): Promise<{ themes: number; unplaced: number }> {
  const [themes] = await db
    .select({ n: count() })
    .from(theme)
    .where(and(eq(theme.dialogueId, dialogueId), isNull(theme.removedAt), isNull(theme.mergedInto)));
  const [unplaced] = await db
    .select({ n: count() })
    .from(contribution)
    .leftJoin(placement, eq(placement.contributionId, contribution.id))
    .where(and(matches(contribution, { dialogueId, kind: "need", state: "visible" }), isNull(placement.contributionId)));
  return { themes: themes?.n ?? 0, unplaced: unplaced?.n ?? 0 };
}

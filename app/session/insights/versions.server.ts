import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { contribution, insightCause } from "../../contribution/tables.ts";
import { checkIsOpen } from "../../dialogue/check-period.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { session } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { ContributionId, DialogueId, InsightId, PersonId, SessionId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import { mail } from "../../platform/mail/tables.ts";
import { ballot, insight } from "./tables.ts";

/** One set of words of an insight; ballots, conditions and figures belong to it and not to the insight. */
export interface InsightVersion {
  readonly id: InsightId;
  readonly number: number;
  /** From 1. */
  readonly version: number;
  readonly text: string;
  readonly state: "open" | "replaced";
  /** Why these words came in the place of the former; of a first version empty. */
  readonly because: string;
  /** The same words, asked once more. */
  readonly again: boolean;
  /** The contributions that led to them, where everybody may read those. */
  readonly causes: readonly { readonly id: ContributionId; readonly text: string }[];
  readonly revealed: boolean;
}

/**
 * Every version of the insights that were reworded, by number and version. An insight with one version is not in it.
 * Each id is that of a row in `insight`, with figures and ballots of its own: a report shows them side by side.
 */
export async function insightVersions(db: Reader, dialogueId: DialogueId): Promise<InsightVersion[]> {
  const rows = await db
    .select()
    .from(insight)
    .where(
      and(
        eq(insight.dialogueId, dialogueId),
        inArray(insight.state, ["open", "replaced"]),
        sql`${insight.number} in (select number from insight later where later.dialogue_id = ${dialogueId} and later.version > 1)`,
      ),
    )
    .orderBy(asc(insight.number), asc(insight.version));
  const causes = await causesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, number, version, text, state, changedBecause, repeatsId, revealedAt }) => ({
    id,
    number,
    version,
    text,
    state: state === "open" ? "open" : "replaced",
    because: changedBecause,
    again: repeatsId !== null,
    causes: causes.get(id) ?? [],
    revealed: revealedAt !== null,
  }));
}

/** What led to each of these versions, as far as everybody may read it. */
export async function causesOf(db: Reader, ids: readonly InsightId[]): Promise<Map<InsightId, InsightVersion["causes"]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ insightId: insightCause.insightId, id: contribution.id, text: contribution.text })
    .from(insightCause)
    .innerJoin(contribution, eq(contribution.id, insightCause.contributionId))
    .where(and(inArray(insightCause.insightId, [...ids]), ...readable))
    .orderBy(asc(contribution.number));
  return Map.groupBy(rows, ({ insightId }) => insightId);
}

const readable = [eq(contribution.shared, "all"), eq(contribution.state, "visible")];

/** Conditions and examples that were given with these words, for who rewords them: most recognised first. */
export async function wordsWith(db: Reader, id: InsightId) {
  const people = sql<number>`(select 1 + count(*)::int from backing where backing.contribution_id = ${contribution.id})`;
  return db
    .select({ id: contribution.id, kind: contribution.kind, text: contribution.text, people })
    .from(contribution)
    .where(and(eq(contribution.insightId, id), inArray(contribution.kind, ["condition", "example"]), ...readable))
    .orderBy(sql`${people} desc`, asc(contribution.number));
}

export interface Rewording {
  /** Of the new version; the form chose it, so sent twice it is one. */
  readonly id: InsightId;
  readonly of: InsightId;
  readonly text: string;
  readonly source: string;
  readonly because: string;
  readonly causes: readonly ContributionId[];
}
export type Reworded =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: "missing" | "gone" | "same" | "not-voted" | "replaced" };

/**
 * New words for an insight that was voted on: a version of its own. Ballots and words stay with the version they were given
 * for; who answered that one is invited for this one, in the room and, after the session, by mail.
 */
export async function rewordInsight(db: Db, dialogueId: DialogueId, who: PersonId, wish: Rewording): Promise<Reworded> {
  const deed = deedBy(who, dialogueId, "insight.reword", "insight", wish.id);
  return change(db, deed, async (tx, { now, unchanged }): Promise<Reworded> => {
    const [before] = await tx
      .select()
      .from(insight)
      .where(matches(insight, { id: wish.of, dialogueId }));
    if (!before) return unchanged({ ok: false, code: "missing" });
    if (before.state === "replaced") {
      const [later] = await tx.select({ id: insight.id }).from(insight).where(eq(insight.replacesId, before.id));
      return unchanged(later?.id === wish.id ? { ok: true } : { ok: false, code: "replaced" });
    }
    if (before.state !== "open") return unchanged({ ok: false, code: "gone" });
    if (before.text === wish.text) return unchanged({ ok: false, code: "same" });
    if ((await tx.$count(ballot, eq(ballot.insightId, before.id))) === 0) return unchanged({ ok: false, code: "not-voted" });
    await tx.update(insight).set({ state: "replaced" }).where(eq(insight.id, before.id));
    const { number, position, version, sessionId } = before;
    await tx.insert(insight).values({
      ...{ id: wish.id, dialogueId, number, position, sessionId },
      ...{ text: wish.text, source: wish.source, version: version + 1, replacesId: before.id, changedBecause: wish.because },
    });
    const given = new Set((await wordsWith(tx, before.id)).map(({ id }) => id));
    const causes = [...new Set(wish.causes)].filter((id) => given.has(id));
    if (causes.length > 0)
      await tx.insert(insightCause).values(causes.map((contributionId) => ({ insightId: wish.id, contributionId })));
    await inviteByMail(tx, { dialogueId, before: before.id, now });
    return { ok: true };
  });
}

/** Several changes within this time make one letter. */
const collectMs = 30 * 60_000;

/** Who answered the former words hears of it where a session is over and its check still open. */
async function inviteByMail(tx: Tx, at: { dialogueId: DialogueId; before: InsightId; now: Date }): Promise<void> {
  const sessions = await tx.select().from(session).where(eq(session.dialogueId, at.dialogueId));
  for (const held of sessions) {
    if (held.state !== "ended" || !checkIsOpen(held, at.now)) continue;
    const people = await tx
      .select({ personId: registration.personId, registrationId: registration.id })
      .from(registration)
      .innerJoin(ballot, and(eq(ballot.personId, registration.personId), eq(ballot.insightId, at.before)))
      .where(matches(registration, { sessionId: held.id, state: "admitted" }));
    const waiting = await hearAlready(tx, held.id);
    for (const { personId, registrationId } of people) {
      if (waiting.has(personId)) continue;
      await post(tx, {
        personId,
        kind: "insight.changed",
        event: `${held.id}:${at.now.getTime()}`,
        dialogueId: at.dialogueId,
        sessionId: held.id,
        details: { registration: registrationId },
        dueAt: new Date(at.now.getTime() + collectMs),
      });
    }
  }
}

async function hearAlready(tx: Tx, sessionId: SessionId): Promise<Set<PersonId | null>> {
  const rows = await tx
    .select({ personId: mail.personId })
    .from(mail)
    .where(matches(mail, { sessionId, kind: "insight.changed", state: "waiting" }));
  return new Set(rows.map(({ personId }) => personId));
}

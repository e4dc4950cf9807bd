import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { findLink } from "../../dialogue/people/links.server.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { change, type Db, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, InsightId, PersonId, PulseId } from "../../platform/ids.ts";
import { postAll } from "../../platform/mail/outbox.server.ts";
import type { BallotBox } from "../../session/check/ballots.server.ts";
import { repeatInsights } from "../../session/insights/again.server.ts";
import { ballot, insight } from "../../session/insights/tables.ts";
import type { Choice, Fit } from "../../session/outcomes/verdict-counts.ts";
import { isOpen, mostQuestions } from "./pulse.ts";
import { pulse } from "./tables.ts";

type At = { readonly dialogueId: DialogueId; readonly by: PersonId };

/** The last one that was asked, with its insights as they stand and how many are asked. */
export async function lastPulse(db: Reader, dialogueId: DialogueId) {
  const [found] = await db.select().from(pulse).where(eq(pulse.dialogueId, dialogueId)).orderBy(desc(pulse.askedAt)).limit(1);
  return found ? { ...found, insights: await questionsOf(db, found.insightIds) } : null;
}

const questionsOf = (db: Reader, ids: readonly InsightId[]) =>
  db
    .select({
      id: insight.id,
      number: insight.number,
      text: insight.text,
      source: insight.source,
      state: insight.state,
      revealedAt: insight.revealedAt,
    })
    .from(insight)
    .where(inArray(insight.id, [...ids]))
    .orderBy(asc(insight.position), asc(insight.number));

export const listOpenInsights = (db: Reader, dialogueId: DialogueId) =>
  db
    .select({ id: insight.id, number: insight.number, text: insight.text })
    .from(insight)
    .where(matches(insight, { dialogueId, state: "open" }))
    .orderBy(asc(insight.position), asc(insight.number));

/**
 * Asks everybody with a place a few insights by mail. What was voted on before is asked as a version of its own, so that then and now
 * stand beside each other. The browser chose the id.
 * @throws Refused none, too-many, past: the last day is over; open: another one is
 */
export async function askPulse(
  db: Db,
  at: At,
  wish: { readonly id: PulseId; readonly insights: readonly InsightId[]; readonly until: string },
): Promise<void> {
  const { dialogueId } = at;
  const deed = { actor: { person: at.by }, what: "pulse.ask", subject: { kind: "pulse", id: wish.id } };
  await change(db, { scope: dialogueId, ...deed }, async (tx, { now, unchanged }) => {
    if (await tx.$count(pulse, eq(pulse.id, wish.id))) return unchanged(undefined);
    if (wish.until < now.toISOString().slice(0, 10)) throw new Refused("past", 422);
    const known = (await listOpenInsights(tx, dialogueId)).map(({ id }) => id).filter((id) => wish.insights.includes(id));
    if (known.length === 0) throw new Refused("none", 422);
    if (known.length > mostQuestions) throw new Refused("too-many", 422);
    await tx
      .update(pulse)
      .set({ endedAt: now })
      .where(and(eq(pulse.dialogueId, dialogueId), isNull(pulse.endedAt), sql`${pulse.until} < ${now.toISOString()}::date`));
    if (await tx.$count(pulse, and(eq(pulse.dialogueId, dialogueId), isNull(pulse.endedAt)))) throw new Refused("open");
    const repeated = await repeatInsights(tx, dialogueId, known);
    const rows = await questionsOf(tx, [...known, ...repeated]);
    const insightIds = rows.filter(({ state }) => state === "open").map(({ id }) => id);
    await tx.update(insight).set({ revealedAt: null }).where(inArray(insight.id, insightIds));
    await tx.insert(pulse).values({ id: wish.id, dialogueId, insightIds, until: wish.until, askedAt: now });
    const people = await tx
      .selectDistinct({ id: registration.personId })
      .from(registration)
      .innerJoin(person, eq(person.id, registration.personId))
      .where(
        and(
          matches(registration, { dialogueId, state: "admitted" }),
          isNotNull(person.mail),
          sql`not exists (select from measure m join session s on s.id = m.session_id where m.person_id = ${person.id}
            and s.dialogue_id = ${dialogueId} and m.kind = 'removed' and m.lifted_at is null)`,
        ),
      );
    const letter = { dialogueId, kind: "pulse.ask" as const, event: wish.id, details: { pulse: wish.id } };
    await postAll(
      tx,
      people.map(({ id }) => ({ personId: id, ...letter })),
    );
  });
}

export async function stopPulse(db: Db, at: At): Promise<void> {
  const deed = { actor: { person: at.by }, what: "pulse.stop", subject: { kind: "dialogue", id: at.dialogueId } };
  await change(db, { scope: at.dialogueId, ...deed }, async (tx, { now, unchanged }) => {
    const ended = await tx
      .update(pulse)
      .set({ endedAt: now })
      .where(and(eq(pulse.dialogueId, at.dialogueId), isNull(pulse.endedAt)))
      .returning({ id: pulse.id });
    if (ended.length === 0) unchanged(undefined);
  });
}

/** What a link of a mail asks of whom, with their own answers so far; null when there is no such link. */
export async function findPulse(db: Reader, token: string, now: Date) {
  const link = await findLink(db, "pulse", token);
  if (!link?.personId || !link.subjectId) return null;
  const [found] = await db
    .select({ pulse, slug: dialogue.slug, title: dialogue.title, language: dialogue.language })
    .from(pulse)
    .innerJoin(dialogue, eq(dialogue.id, pulse.dialogueId))
    .where(eq(pulse.id, link.subjectId as PulseId));
  if (!found) return null;
  const { personId } = link;
  const [questions, given] = await Promise.all([
    questionsOf(db, found.pulse.insightIds),
    db
      .select({ insightId: ballot.insightId, choice: ballot.choice, fit: ballot.fit })
      .from(ballot)
      .where(and(eq(ballot.personId, personId), inArray(ballot.insightId, found.pulse.insightIds))),
  ]);
  return {
    ...{
      dialogueId: found.pulse.dialogueId,
      slug: found.slug,
      title: found.title,
      language: found.language,
      personId,
      until: found.pulse.until,
    },
    open: isOpen(found.pulse, now) && questions.every(({ revealedAt }) => revealedAt === null),
    questions: questions.map(({ id, text, source }) => {
      const own = given.find(({ insightId }) => insightId === id);
      return { id, text, source, choice: own?.choice ?? null, fit: own?.fit ?? null };
    }),
  };
}

export interface PulseAnswer {
  readonly insightId: InsightId;
  readonly choice: Choice;
  readonly fit: Fit | null;
}

/** Keeps the answers as ballots, each once however often they arrive. @throws Refused gone, closed */
export async function answerPulse(
  { db, box }: { readonly db: Db; readonly box: BallotBox },
  token: string,
  answers: readonly PulseAnswer[],
  now: Date,
): Promise<void> {
  const found = await findPulse(db, token, now);
  if (!found) throw new Refused("gone", 410);
  if (!found.open) throw new Refused("closed", 409);
  const { dialogueId, personId } = found;
  const [place] = await db
    .select({ fieldId: registration.fieldId, partyId: registration.partyId })
    .from(registration)
    .where(matches(registration, { dialogueId, personId, state: "admitted" }))
    .orderBy(desc(registration.createdAt))
    .limit(1);
  if (!place) throw new Refused("closed", 409);
  const asked = answers.filter(({ insightId }) => found.questions.some(({ id }) => id === insightId));
  await Promise.all(asked.map((one) => box.cast({ dialogueId, sessionId: null, personId, ...place, ...one })));
}

import { and, asc, eq, inArray, isNull, lt, max, ne, sql } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { field, session, step } from "../../dialogue/tables.ts";
import { fewest } from "../../disclosure/kept-rows.ts";
import { mostSimilar } from "../../method/text/trigrams.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, GroupId, InsightId, RegistrationId, SessionId } from "../../platform/ids.ts";
import { groupingOf, groupsOf } from "../group/groups.server.ts";
import { openHelp, standingMeasures } from "../group/table.server.ts";
import { group, seat } from "../group/tables.ts";
import { ballot, insight } from "../insights/tables.ts";
import { goneAfterMs } from "../live/protocol.ts";
import { attendance, presence } from "../tables.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}

/** The run sheet, as the bar above every page of the cockpit shows it. */
export async function readSteps(db: Reader, sessionId: SessionId) {
  return db
    .select({
      id: step.id,
      kind: step.kind,
      title: step.title,
      seconds: step.seconds,
      leastSeconds: step.leastSeconds,
      setting: step.setting,
      mix: step.mix,
      position: step.position,
      collects: step.collects,
      question: step.question,
      instruction: step.instruction,
      script: step.script,
    })
    .from(step)
    .where(eq(step.sessionId, sessionId))
    .orderBy(asc(step.position));
}

export async function readFields(db: Reader, dialogueId: DialogueId) {
  return db
    .select({ id: field.id, name: field.name, shape: field.shape })
    .from(field)
    .where(and(eq(field.dialogueId, dialogueId), isNull(field.removedAt)))
    .orderBy(asc(field.position));
}

/** Everybody with a place. Names for the team only: whoever reads this steers the session. */
export async function readPeople(db: Reader, sessionId: SessionId) {
  const rows = await db
    .select({
      personId: registration.personId,
      registrationId: registration.id,
      name: registration.name,
      organisation: registration.organisation,
      fieldId: registration.fieldId,
      shape: field.shape,
      seenAt: presence.seenAt,
      cameAt: attendance.firstAt,
    })
    .from(registration)
    .leftJoin(field, eq(field.id, registration.fieldId))
    .leftJoin(presence, and(eq(presence.sessionId, registration.sessionId), eq(presence.personId, registration.personId)))
    .leftJoin(attendance, and(eq(attendance.sessionId, registration.sessionId), eq(attendance.personId, registration.personId)))
    .where(matches(registration, { sessionId, state: "admitted" }))
    .orderBy(asc(registration.name), asc(registration.personId));
  return rows.map(({ seenAt, cameAt, ...person }) => ({
    ...person,
    /** last heard of, when that is lately */
    seenAt: seenAt?.getTime() ?? null,
    came: seenAt !== null || cameAt !== null,
  }));
}

/** The step at hand, as far as it says in which groups it is held. @returns null when the session is not live */
export async function stepNow(db: Reader, sessionId: SessionId) {
  const [row] = await db
    .select({ position: step.position, setting: step.setting, mix: step.mix })
    .from(session)
    .innerJoin(step, eq(step.id, session.currentStepId))
    .where(matches(session, { id: sessionId, state: "live" }));
  return row ?? null;
}

/** Those of these registrations that have a place in this session. */
export async function admittedOf(db: Reader, sessionId: SessionId, ids: readonly RegistrationId[]): Promise<RegistrationId[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: registration.id })
    .from(registration)
    .where(and(matches(registration, { sessionId, state: "admitted" }), inArray(registration.id, [...ids])));
  return rows.map(({ id }) => id);
}

export async function isOfDialogue(db: Reader, dialogueId: DialogueId, id: InsightId): Promise<boolean> {
  const rows = await db.select({ id: insight.id }).from(insight).where(matches(insight, { id, dialogueId }));
  return rows.length > 0;
}

/** The groups of the step at hand, with how much was written there and when; never what. */
export async function readGroups(db: Reader, sessionId: SessionId) {
  const now = await stepNow(db, sessionId);
  const seated = now && (await groupsOf(db, sessionId, now));
  if (!seated || seated.groups.length === 0) return [];
  const ids = seated.groups.map(({ id }) => id);
  const rows = await db
    .select({
      groupId: contribution.groupId,
      written: sql<number>`count(*) filter (where ${contribution.kind} <> 'talk')::int`,
      needs: sql<number>`count(*) filter (where ${contribution.kind} = 'need')::int`,
      lastAt: max(contribution.updatedAt),
    })
    .from(contribution)
    .where(and(inArray(contribution.groupId, ids), eq(contribution.state, "visible"), ne(contribution.shared, "private")))
    .groupBy(contribution.groupId);
  const written = new Map(rows.map((row) => [row.groupId, row]));
  return seated.groups.map((one) => {
    const of = written.get(one.id);
    return { ...one, written: of?.written ?? 0, needs: of?.needs ?? 0, lastWrittenAt: of?.lastAt?.getTime() ?? null };
  });
}

/** Who is here and was moved more than ten seconds ago, while their screen does not show it. */
export async function readUnaware(db: Reader, sessionId: SessionId) {
  const now = await stepNow(db, sessionId);
  const groupingId = now && (await groupingOf(db, sessionId, now));
  if (!groupingId) return [];
  return db
    .select({ personId: seat.personId, name: registration.name, number: group.number })
    .from(seat)
    .innerJoin(group, eq(group.id, seat.groupId))
    .innerJoin(presence, and(eq(presence.sessionId, sessionId), eq(presence.personId, seat.personId)))
    .innerJoin(registration, and(eq(registration.sessionId, sessionId), eq(registration.personId, seat.personId)))
    .where(
      and(
        eq(seat.groupingId, groupingId),
        lt(seat.seenVersion, seat.version),
        sql`greatest(${seat.seatedAt}, (select ${session.stepStartedAt} from ${session} where ${session.id} = ${sessionId})) < now() - interval '10 seconds'`,
        sql`${presence.seenAt} > now() - make_interval(secs => ${goneAfterMs / 1000})`,
      ),
    )
    .orderBy(asc(group.number), asc(registration.name));
}

export async function readHelp(db: Reader, sessionId: SessionId) {
  const rows = await openHelp(db, sessionId);
  return rows.map(({ raisedAt, ...row }) => ({ ...row, raisedAt: raisedAt.getTime() }));
}

export async function readMeasures(db: Reader, sessionId: SessionId) {
  const rows = await standingMeasures(db, sessionId);
  return rows.map(({ id, personId, kind, reason, at }) => ({ id, personId, kind, reason, at: at.getTime() }));
}

/**
 * Insights with how many people chose; fewer than five are not counted out. Never what they chose. What a participant proposes
 * comes with the insights that look like it.
 */
export async function readCheck(db: Reader, { dialogueId, sessionId }: At) {
  const [held] = await db.select({ focusId: session.focusId }).from(session).where(eq(session.id, sessionId));
  const rows = await db
    .select({
      id: insight.id,
      number: insight.number,
      text: insight.text,
      source: insight.source,
      state: insight.state,
      version: insight.version,
      revealedAt: insight.revealedAt,
      people: sql<number>`(select count(*)::int from ${ballot} where ${ballot.insightId} = ${insight.id})`,
    })
    .from(insight)
    .where(and(eq(insight.dialogueId, dialogueId), inArray(insight.state, ["open", "replaced", "proposed"])))
    .orderBy(asc(insight.position), asc(insight.number), asc(insight.version));
  const focus = rows.find(({ id }) => id === held?.focusId)?.number;
  const tested = rows.filter(({ state }) => state === "open");
  return rows.map(({ people, revealedAt, ...row }) => ({
    ...row,
    revealed: revealedAt !== null,
    people: people >= fewest ? people : null,
    focused: row.state === "open" && row.number === focus,
    similar:
      row.state === "proposed"
        ? mostSimilar(row.text, texts(tested), alike).map(({ place }) => ({
            number: tested[place]?.number,
            text: tested[place]?.text,
          }))
        : [],
  }));
}

/** Insights are sentences of their own: these look alike well before they say the same. */
const alike = { threshold: 0.3, most: 3 };
const texts = (rows: readonly { readonly text: string }[]) => rows.map(({ text }) => text);

/** What lies on one table, for whoever moderates: by whom it is, and what was hidden. */
export async function readTable(db: Reader, groupId: GroupId) {
  const rows = await db
    .select({
      id: contribution.id,
      kind: contribution.kind,
      text: contribution.text,
      state: contribution.state,
      hiddenReason: contribution.hiddenReason,
      personId: contribution.personId,
      at: contribution.createdAt,
    })
    .from(contribution)
    .where(
      and(
        eq(contribution.groupId, groupId),
        ne(contribution.shared, "private"),
        inArray(contribution.state, ["visible", "hidden"]),
      ),
    )
    .orderBy(asc(contribution.number));
  return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
}

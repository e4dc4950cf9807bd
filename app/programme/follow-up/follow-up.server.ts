import { and, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { membership, registration } from "../../dialogue/people/tables.ts";
import { dialogue, field, party, person, session } from "../../dialogue/tables.ts";
import { networkCommitment, networkMember } from "../../network/tables.ts";
import type { Db, Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import { maySession } from "../../prepare/planning/session.ts";
import { invite } from "../../prepare/registration/invitations/invitations.server.ts";
import type { Invitee } from "../../prepare/registration/invitations/invitees.ts";
import { listVoted } from "../../session/insights/again.server.ts";
import { answerToTheme, unanswered } from "../answers/answer.ts";
import { listDecisions, listNeeds, listThemes } from "../answers/answers.server.ts";

const mostShown = 40;

/** What a next meeting starts from: what is still open, what was promised, what can be tested again, and who can be asked again. */
export async function findFollowUp(db: Reader, dialogueId: DialogueId, viewer: PersonId) {
  const before = await dialogueBefore(db, dialogueId, viewer);
  const from = before?.id ?? dialogueId;
  const [themes, decisions, needs, commitments, voted, repeated, next] = await Promise.all([
    listThemes(db, from),
    listDecisions(db, from),
    listNeeds(db, from),
    listCommitments(db, from),
    listVoted(db, dialogueId),
    listRepeated(db, dialogueId),
    nextSession(db, dialogueId),
  ]);
  const left = unanswered(decisions, needs);
  const later = (id: string) => answerToTheme(decisions, id)?.verdict === "later";
  const open = themes.filter(({ id }) => later(id) || left.some(({ theme }) => theme === id));
  return {
    before: before && { title: before.title, slug: before.slug },
    open: open.slice(0, mostShown).map(({ id, name }) => ({ id, name, later: later(id) })),
    alone: left.filter(({ theme }) => theme === null).length,
    commitments,
    voted,
    repeated,
    next: next && { ...next, people: (await peopleToAsk(db, dialogueId, before?.id ?? null, next.id)).length },
  };
}

/** The dialogue whose harvest this one took along, for who organises both. */
async function dialogueBefore(db: Reader, dialogueId: DialogueId, viewer: PersonId) {
  const [own] = await db.select({ follows: dialogue.followsId }).from(dialogue).where(eq(dialogue.id, dialogueId));
  if (!own?.follows) return null;
  const [found] = await db
    .select({ id: dialogue.id, title: dialogue.title, slug: dialogue.slug })
    .from(dialogue)
    .innerJoin(membership, eq(membership.dialogueId, dialogue.id))
    .where(
      and(
        eq(dialogue.id, own.follows),
        matches(membership, { personId: viewer, role: "organiser" }),
        sql`${membership.endedAt} is null`,
      ),
    );
  return found ?? null;
}

/** What others may read; what was dropped is no longer promised. */
const listCommitments = (db: Reader, dialogueId: DialogueId) =>
  db
    .select({
      ...{ id: networkCommitment.id, what: networkCommitment.what, due: networkCommitment.due, state: networkCommitment.state },
      by: sql<string>`coalesce(${networkMember.name}, ${person.name})`,
    })
    .from(networkCommitment)
    .innerJoin(person, eq(person.id, networkCommitment.personId))
    .leftJoin(
      networkMember,
      and(eq(networkMember.personId, networkCommitment.personId), eq(networkMember.dialogueId, networkCommitment.dialogueId)),
    )
    .where(and(matches(networkCommitment, { dialogueId, shared: true }), ne(networkCommitment.state, "dropped")))
    .orderBy(networkCommitment.due)
    .limit(mostShown);

async function listRepeated(db: Reader, dialogueId: DialogueId) {
  const { rows } = await db.execute<{ number: number; text: string }>(sql`
    select number, text from insight where dialogue_id = ${dialogueId} and state = 'open' and repeats_id is not null order by position, number`);
  return rows;
}

/** The first meeting to come for which people can be invited. */
async function nextSession(db: Reader, dialogueId: DialogueId) {
  const rows = await db
    .select({ id: session.id, title: session.title, startsAt: session.startsAt, state: session.state })
    .from(session)
    .where(eq(session.dialogueId, dialogueId))
    .orderBy(session.startsAt);
  const found = rows.find(({ state }) => maySession(state, "changeDate"));
  return found ? { id: found.id, title: found.title, startsAt: found.startsAt } : null;
}

/**
 * Who took part before and has no place in this meeting. Of another dialogue only members of its network: they chose to stay in touch,
 * others were asked for that dialogue alone.
 */
async function peopleToAsk(db: Reader, here: DialogueId, before: DialogueId | null, sessionId: SessionId): Promise<Invitee[]> {
  const from = before ?? here;
  const rows = await db
    .selectDistinctOn([registration.personId], {
      name: registration.name,
      mail: person.mail,
      organisation: registration.organisation,
      function: registration.function,
      partyId: registration.partyId,
      fieldId: registration.fieldId,
      party: party.name,
      field: field.name,
      areaCode: registration.areaCode,
      areaYear: registration.areaYear,
      locale: registration.locale,
    })
    .from(registration)
    .innerJoin(person, eq(person.id, registration.personId))
    .leftJoin(party, eq(party.id, registration.partyId))
    .leftJoin(field, eq(field.id, registration.fieldId))
    .where(
      and(
        matches(registration, { dialogueId: from, state: "admitted" }),
        ne(registration.sessionId, sessionId),
        isNotNull(person.mail),
        sql`not exists (select from registration r where r.session_id = ${sessionId} and r.person_id = ${registration.personId})`,
        before
          ? sql`exists (select from network_member m where m.dialogue_id = ${before} and m.person_id = ${registration.personId})`
          : undefined,
      ),
    )
    .orderBy(registration.personId, desc(registration.createdAt));
  const lists = before ? await listsOf(db, here) : null;
  return rows.flatMap((one) => {
    if (!one.mail) return [];
    const { name, mail, organisation, locale } = one;
    return {
      ...{ name, mail, organisation, locale, function: one.function },
      party: lists ? (lists.parties.get(one.party ?? "") ?? null) : one.partyId,
      field: lists ? (lists.fields.get(one.field ?? "") ?? null) : one.fieldId,
      area: one.areaCode && one.areaYear !== null ? { code: one.areaCode, year: one.areaYear } : null,
    };
  });
}

async function listsOf(db: Reader, dialogueId: DialogueId) {
  const [fields, parties] = await Promise.all([
    db.select({ id: field.id, name: field.name }).from(field).where(eq(field.dialogueId, dialogueId)),
    db.select({ id: party.id, name: party.name }).from(party).where(eq(party.dialogueId, dialogueId)),
  ]);
  return {
    fields: new Map(fields.map(({ id, name }) => [name, id])),
    parties: new Map(parties.map(({ id, name }) => [name, id])),
  };
}

/** Asks people again, by the same letter as everybody who is invited; nobody has a place before they say so. @returns how many */
export async function askAgain(db: Db, dialogueId: DialogueId, by: PersonId): Promise<number> {
  const next = await nextSession(db, dialogueId);
  if (!next) return 0;
  const before = await dialogueBefore(db, dialogueId, by);
  const people = await peopleToAsk(db, dialogueId, before?.id ?? null, next.id);
  if (people.length === 0) return 0;
  return (await invite(db, { dialogueId, sessionId: next.id, by }, people)).invited;
}

import { and, eq, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import { backing, card, contribution, flag } from "../../contribution/tables.ts";
import { device, link, measure, membership, oidcAccount, passkey, registration } from "../../dialogue/people/tables.ts";
import { person, session } from "../../dialogue/tables.ts";
import { forgetMember } from "../../network/people/forget.server.ts";
import { type Actor, alsoIn, change, type Db, INSTALLATION, type Tx } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { mail, mailbox } from "../../platform/mail/tables.ts";
import { happen } from "../../prepare/registration/admission/places.server.ts";
import { retractOffers } from "../../prepare/registration/invitations/invitations.server.ts";
import { accessNeed, connectionCheck, registrationField, registrationForm } from "../../prepare/registration/tables.ts";
import { itemCause, itemOwner, itemReaction, programmeNews } from "../../programme/tables.ts";
import { agreement, dissent, dissenter, remark, remarkBacking } from "../../report/tables.ts";
import { group, groupVisit, roleTurn, seatWish } from "../../session/group/tables.ts";
import { analysisMember, ballot, insight } from "../../session/insights/tables.ts";
import { floor, help, lastDeed, presence, stepAttendance, teamNote, teamPresence } from "../../session/tables.ts";
import { mark, themeMark } from "../../session/weigh/tables.ts";
import { nameChoice } from "../../themes/tables.ts";
import { handOver } from "../hand-over/tables.ts";
import type { ErasedBecause } from "./erase-other.ts";
import { erasure } from "./tables.ts";

/**
 * Erases somebody from the whole installation, and says so in the line of each dialogue they were in.
 * @param because why somebody else did so: a line of its own in the log
 * @throws Refused last-organiser: a dialogue or the installation would be left without anybody who may run it
 */
export async function erasePerson(db: Db, personId: PersonId, actor: Actor, because?: ErasedBecause): Promise<void> {
  const deed = { scope: INSTALLATION, actor, what: "person.erase", subject: { kind: "person", id: personId } };
  await change(db, deed, async (tx, { now }) => {
    await requireOthers(tx, personId);
    if (because) await alsoIn(tx, { ...deed, what: `person.erase-${because}` });
    for (const dialogueId of await dialoguesOf(tx, personId)) await alsoIn(tx, { ...deed, scope: dialogueId });
    await erase(tx, personId, now);
  });
}

/**
 * Takes away everything that tells of somebody. What stays is an id without a person: places in groups, the marker
 * "gewist" where their words stood, the audit log.
 */
export async function erase(tx: Tx, personId: PersonId, now: Date): Promise<void> {
  await forgetOffers(tx, personId);
  await leavePlaces(tx, personId, now);
  await forgetMember(tx, personId);
  await eraseMail(tx, personId);
  await eraseWords(tx, personId, now);
  await eraseRegistrations(tx, personId);
  await leaveItems(tx, personId, now);
  for (const table of [
    ballot,
    analysisMember,
    mark,
    themeMark,
    nameChoice,
    backing,
    agreement,
    remarkBacking,
    card,
    presence,
    programmeNews,
    teamPresence,
    stepAttendance,
    device,
    passkey,
    oidcAccount,
    floor,
    measure,
  ])
    await tx.delete(table).where(eq(table.personId, personId));
  await tx.delete(link).where(eq(link.personId, personId));
  await tx.update(group).set({ noteTakerId: null }).where(eq(group.noteTakerId, personId));
  await tx.update(group).set({ speakerId: null }).where(eq(group.speakerId, personId));
  await tx.update(group).set({ turnId: null, turnAt: null }).where(eq(group.turnId, personId));
  await tx.update(handOver).set({ toPersonId: null }).where(eq(handOver.toPersonId, personId));
  await tx.update(session).set({ captionerId: null }).where(eq(session.captionerId, personId));
  await tx.delete(roleTurn).where(eq(roleTurn.personId, personId));
  await tx.delete(groupVisit).where(eq(groupVisit.personId, personId));
  // Why two people were kept together or apart may be known to who reads it.
  await tx.delete(seatWish).where(or(eq(seatWish.aId, personId), eq(seatWish.bId, personId)));
  await tx
    .update(membership)
    .set({ endedAt: now })
    .where(and(eq(membership.personId, personId), isNull(membership.endedAt)));
  await tx.update(person).set({ name: "", mail: null, locale: "nl", erasedAt: now }).where(eq(person.id, personId));
}

/** What they said of a programme goes; where they looked after something the role stays, without them. */
async function leaveItems(tx: Tx, personId: PersonId, now: Date): Promise<void> {
  const theirs = tx.select({ id: itemReaction.id }).from(itemReaction).where(eq(itemReaction.personId, personId));
  await tx.delete(itemCause).where(inArray(itemCause.reactionId, theirs));
  await tx.delete(itemReaction).where(eq(itemReaction.personId, personId));
  await tx
    .update(itemOwner)
    .set({ personId: null, named: false, lead: false, endedAt: now })
    .where(eq(itemOwner.personId, personId));
}

/** A place offered to a colleague took the organisation along; as long as the colleague said nothing, it is still theirs who offered. */
async function forgetOffers(tx: Tx, personId: PersonId): Promise<void> {
  const mine = tx.select({ id: registration.id }).from(registration).where(eq(registration.personId, personId));
  await tx
    .update(registration)
    .set({ organisation: "", function: "", fieldId: null, partyId: null })
    .where(and(eq(registration.state, "pending"), inArray(registration.offeredBy, mine)));
}

/** Frees the places somebody had in sessions that are still to come. */
async function leavePlaces(tx: Tx, personId: PersonId, now: Date): Promise<void> {
  const rows = await tx
    .select({ id: registration.id, sessionId: registration.sessionId })
    .from(registration)
    .innerJoin(session, eq(session.id, registration.sessionId))
    .where(
      and(
        eq(registration.personId, personId),
        notInArray(registration.state, ["withdrawn", "declined"]),
        notInArray(session.state, ["ended", "cancelled"]),
      ),
    );
  for (const { id, sessionId } of rows) {
    await retractOffers(tx, id);
    await happen(tx, sessionId, [{ type: "withdraw", id }], now);
  }
}

/** Also what the in-app mailbox keeps of letters to others that name them. */
async function eraseMail(tx: Tx, personId: PersonId): Promise<void> {
  const [who] = await tx.select({ name: person.name, mail: person.mail }).from(person).where(eq(person.id, personId));
  const names = await tx.select({ name: registration.name }).from(registration).where(eq(registration.personId, personId));
  const said = new Set([who?.mail, who?.name, ...names.map(({ name }) => name)].filter((text) => text && text.length > 2));
  for (const text of said) {
    const holds = [mailbox.address, mailbox.subject, mailbox.text, mailbox.html, mailbox.calendar];
    await tx.delete(mailbox).where(or(...holds.map((column) => sql`position(${text} in coalesce(${column}, '')) > 0`)));
  }
  // A note of the team that names them goes as a whole, as do their own.
  for (const text of said) await tx.delete(teamNote).where(sql`position(lower(${text}) in lower(${teamNote.text})) > 0`);
  await tx.delete(teamNote).where(eq(teamNote.byId, personId));
  // who asked for a link and was not looked up yet, or could not be
  await tx.execute(sql`select graphile_worker.remove_job(key) from graphile_worker._private_jobs
    where key is not null and lower(payload->>'mail') = ${who?.mail?.toLowerCase() ?? null}::text`);
  const rows = await tx.delete(mail).where(eq(mail.personId, personId)).returning({ id: mail.id });
  for (const { id } of rows) await tx.execute(sql`select graphile_worker.remove_job(${`mail:${id}`})`);
}

async function eraseWords(tx: Tx, personId: PersonId, now: Date): Promise<void> {
  const empty = {
    text: "",
    situation: "",
    forWhom: "",
    tried: "",
    weight: "" as const,
    howOften: "" as const,
    wouldHelp: "",
    touches: [],
    hiddenReason: null,
    redactedReason: null,
  };
  await tx
    .update(contribution)
    .set({ ...empty, state: "erased", fieldId: null, partyId: null, updatedAt: now })
    .where(eq(contribution.personId, personId));
  await tx.update(insight).set({ text: "", source: "", reason: null, state: "removed" }).where(eq(insight.authorId, personId));
  await tx.update(erasure).set({ reason: "" }).where(eq(erasure.askedBy, personId));
  await tx.delete(flag).where(eq(flag.reporterId, personId));
  const theirs = tx.select({ id: contribution.id }).from(contribution).where(eq(contribution.personId, personId));
  await tx
    .update(flag)
    .set({ settledAt: now, outcome: "changed", answer: "" })
    .where(and(or(inArray(flag.subjectId, theirs), eq(flag.subjectId, personId)), isNull(flag.settledAt)));
  await eraseReview(tx, personId);
  await tx.update(help).set({ reason: "", answer: null }).where(eq(help.personId, personId));
  await tx.update(help).set({ claimedBy: null, claimedAt: null }).where(eq(help.claimedBy, personId));
  // with their id in it, this would be done to who is no longer here
  await tx.delete(lastDeed).where(or(eq(lastDeed.byId, personId), sql`position(${personId} in ${lastDeed.before}::text) > 0`));
}

/** A minority note is of all who stand under it: it goes with the last of them. */
async function eraseReview(tx: Tx, personId: PersonId): Promise<void> {
  await tx
    .update(remark)
    .set({ text: "", words: "", answer: "", state: "erased", personId: null })
    .where(eq(remark.personId, personId));
  const under = await tx.delete(dissenter).where(eq(dissenter.personId, personId)).returning({ id: dissenter.dissentId });
  for (const { id } of under)
    await tx
      .update(dissent)
      .set({ text: "", answer: "", state: "erased" })
      .where(and(eq(dissent.id, id), sql`not exists (select from ${dissenter} where ${dissenter.dissentId} = ${id})`));
}

async function eraseRegistrations(tx: Tx, personId: PersonId): Promise<void> {
  const rows = await tx.select({ id: registration.id }).from(registration).where(eq(registration.personId, personId));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  for (const table of [accessNeed, connectionCheck, registrationField, registrationForm])
    await tx.delete(table).where(inArray(table.registrationId, ids));
  await tx
    .update(registration)
    .set({
      name: "",
      organisation: "",
      function: "",
      brings: "",
      areaCode: null,
      areaYear: null,
      fieldId: null,
      partyId: null,
      shownAs: "none",
      locale: "nl",
    })
    .where(inArray(registration.id, ids));
}

async function dialoguesOf(tx: Tx, personId: PersonId): Promise<DialogueId[]> {
  const { rows } = await tx.execute<{ id: DialogueId }>(sql`
    select dialogue_id as id from registration where person_id = ${personId}
    union select dialogue_id from contribution where person_id = ${personId}
    union select dialogue_id from card where person_id = ${personId}
    union select dialogue_id from network_member where person_id = ${personId}
    union select dialogue_id from membership where person_id = ${personId} and dialogue_id is not null
    union select insight.dialogue_id from ballot join insight on insight.id = ballot.insight_id where ballot.person_id = ${personId}
    union select dialogue_id from insight where author_id = ${personId}
    order by 1`);
  return rows.map(({ id }) => id);
}

/** Nobody leaves a dialogue without an organiser, or the installation without an administrator. */
async function requireOthers(tx: Tx, personId: PersonId): Promise<void> {
  const { rows } = await tx.execute<{ alone: boolean }>(sql`
    select exists (
      select 1 from membership as mine
      where mine.person_id = ${personId} and mine.ended_at is null and mine.accepted_at is not null
        and mine.role in ('organiser', 'administrator')
        and not exists (
          select 1 from membership as other
          where other.role = mine.role and other.dialogue_id is not distinct from mine.dialogue_id
            and other.person_id <> ${personId} and other.ended_at is null and other.accepted_at is not null)) as alone`);
  if (rows[0]?.alone) throw new Refused("last-organiser");
}

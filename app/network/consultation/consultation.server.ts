import { randomBytes, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { registration } from "../../dialogue/people/tables.ts";
import { addSession } from "../../dialogue/sessions.server.ts";
import { call, dialogue, person, session } from "../../dialogue/tables.ts";
import { invite } from "../../dialogue/team/members.server.ts";
import type { Locale } from "../../language/locale.ts";
import { change, type Db, INSTALLATION, openLedger, type Tx } from "../../platform/database/change.server.ts";
import { rowsOf } from "../../platform/database/rows-of.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { CircleId, DialogueId, PersonId, RegistrationId, SessionId } from "../../platform/ids.ts";
import { changePlan } from "../../prepare/planning/plan.server.ts";
import { postAboutPlaces } from "../../prepare/registration/mail/post.server.ts";
import { type consultations, stepsOfTemplate } from "../../prepare/run-sheet/templates/templates.ts";
import { requireCircle } from "../circles/circles.server.ts";
import { networkCircle } from "../circles/tables.ts";
import { consultationWords } from "./messages/consultation.ts";

export type Method = (typeof consultations)[number];
interface At {
  readonly dialogueId: DialogueId;
  readonly personId: PersonId;
}
/** The least at a table, with who brings the case. */
const leastPeople = 3;
const mostPeople = 8;
/** Hours after its end in which nothing of it is left, but for the night in which that is done. */
const keptHours = 8;

/**
 * Makes a consultation ready to be held live, in a dialogue of its own: the team of this one sees nothing of it, and nothing of it comes
 * into the harvest [NW24]. Who brings the case leads; everybody in the circle has a place. Done again it takes the day, and who joined,
 * as they are now.
 * @throws Refused gone, no-meeting, few, past
 */
export async function holdConsultation(db: Db, at: At, circleId: CircleId, method: Method, locale: Locale): Promise<void> {
  const subject = { kind: "circle", id: circleId as string };
  const deed = { scope: at.dialogueId, actor: { person: at.personId }, what: "network.circle-hold", subject };
  const held = await change(db, deed, async (tx, { now }) => {
    const circle = await requireCircle(tx, at, circleId, "leads");
    if (circle.kind !== "consultation") throw new Refused("gone", 404);
    if (!circle.meetsAt) throw new Refused("no-meeting", 422);
    if (circle.meetsAt <= now) throw new Refused("past", 422);
    const people = await peopleIn(tx, circleId, at.dialogueId);
    if (people.length < leastPeople) throw new Refused("few", 422);
    const meeting = circle.meetsAt;
    const found = circle.heldIn ? await sessionIn(tx, circle.heldIn) : null;
    const own = found ?? (await makeReady(tx, at.dialogueId, { method, locale, startsAt: meeting, now }));
    await tx.update(networkCircle).set({ heldIn: own.dialogueId }).where(eq(networkCircle.id, circleId));
    await seat(tx, own, people, now);
    return { own, meeting };
  });
  const { own, meeting } = held;
  const by = { dialogueId: own.dialogueId, by: at.personId };
  if (own.startsAt.getTime() !== meeting.getTime()) {
    const endsAt = new Date(meeting.getTime() + (own.endsAt.getTime() - own.startsAt.getTime()));
    const { title, capacity } = own;
    const plan = { title, capacity, startsAt: meeting, endsAt, registrationClosesAt: null };
    await changePlan(db, { ...by, id: own.id }, own.version, plan);
  }
  const [leader] = await db.select().from(person).where(eq(person.id, at.personId));
  if (leader?.mail) await invite(db, by, { name: leader.name, mail: leader.mail, role: "facilitator", locale: leader.locale });
}

/** Where it is led; null when it is over and gone. */
export async function slugOfHeld(db: Db, id: DialogueId): Promise<string | null> {
  const [row] = await db.select({ slug: dialogue.slug }).from(dialogue).where(eq(dialogue.id, id));
  return row?.slug ?? null;
}

type Session = typeof session.$inferSelect;

async function sessionIn(tx: Tx, id: DialogueId): Promise<Session | null> {
  const [row] = await tx.select().from(session).where(eq(session.dialogueId, id));
  return row ?? null;
}

/** Stays a draft: whatever is public is not there for it. Its log goes with it. */
async function makeReady(
  tx: Tx,
  from: DialogueId,
  {
    method,
    locale,
    startsAt,
    now,
  }: { readonly method: Method; readonly locale: Locale; readonly startsAt: Date; readonly now: Date },
): Promise<Session> {
  const words = consultationWords[locale];
  const [about] = await tx
    .select({ settings: dialogue.settings, helpContact: dialogue.helpContact, owner: call.owner, contact: call.contact })
    .from(dialogue)
    .leftJoin(call, eq(call.dialogueId, dialogue.id))
    .where(eq(dialogue.id, from));
  if (!about) throw new Refused("gone", 404);
  const { settings, helpContact, owner, contact } = about;
  const [made] = await tx
    .insert(dialogue)
    .values({
      slug: `intervisie-${randomBytes(8).toString("hex")}`,
      ...{ title: words.name, houseRules: words.houseRules, consultation: true, helpContact, createdAt: now, language: locale },
      settings: { ...settings, confirmNewDevice: false, admission: "automatic" as const },
    })
    .returning({ id: dialogue.id });
  if (!made) throw new Error("no consultation");
  const dialogueId = made.id;
  await openLedger(tx, dialogueId, true);
  await tx.insert(call).values({ dialogueId, owner: owner ?? "", contact: contact ?? "" });
  const steps = stepsOfTemplate(method, locale);
  const seconds = steps.reduce((sum, one) => sum + one.seconds, 0);
  const plan = { startsAt, endsAt: new Date(startsAt.getTime() + seconds * 1000), capacity: mostPeople };
  await addSession(
    tx,
    { id: randomUUID() as SessionId, dialogueId, title: words.name, ...plan },
    steps.map((one) => ({ ...one, collects: [] })),
  );
  const own = await sessionIn(tx, dialogueId);
  if (!own) throw new Error("no session");
  await tx.update(session).set({ afterDays: 0 }).where(eq(session.id, own.id));
  return own;
}

interface InCircle {
  readonly personId: PersonId;
  readonly name: string;
  readonly locale: Locale;
}

/** Who said yes, under the name of their card. */
async function peopleIn(tx: Tx, circleId: CircleId, dialogueId: DialogueId): Promise<InCircle[]> {
  const { rows } = await tx.execute<{ person_id: PersonId; name: string; locale: Locale }>(sql`
    select c.person_id, m.name, p.locale from network_circle_person c
    join network_member m on m.person_id = c.person_id and m.dialogue_id = ${dialogueId} join person p on p.id = c.person_id
    where c.circle_id = ${circleId} and c.joined_at is not null order by c.joined_at limit ${mostPeople}`);
  return rows.map(({ person_id: personId, name, locale }) => ({ personId, name, locale }));
}

/** A place for each; who has one keeps it, and hears nothing twice. */
async function seat(tx: Tx, own: Session, people: readonly InCircle[], now: Date): Promise<void> {
  const { id: sessionId, dialogueId } = own;
  const made = await tx
    .insert(registration)
    .values(
      people.map((one, queue) => ({
        ...{ ...one, dialogueId, sessionId, queue },
        ...{ state: "admitted" as const, source: "invitation" as const, confirmedAt: now, admittedAt: now },
      })),
    )
    .onConflictDoNothing()
    .returning({ id: registration.id });
  await postAboutPlaces(tx, new Map(made.map(({ id }): [RegistrationId, "admitted"] => [id, "admitted"])), own, now);
}

/** Consultations that are over go, with everything that was made for them or in them. @returns how many */
export async function sweepHeld(db: Db, now: Date): Promise<number> {
  const { rows } = await db.execute<{ id: DialogueId }>(sql`
    select d.id from dialogue d where d.consultation and d.held_at is null and not exists (select from session s where s.dialogue_id = d.id
      and (s.ends_at > ${now.toISOString()}::timestamptz - make_interval(hours => ${keptHours}) or s.state in ('lobby', 'live')))`);
  for (const { id } of rows) {
    const subject = { kind: "dialogue", id };
    await change(db, { scope: INSTALLATION, actor: "system", what: "network.circle-end", subject }, (tx) => eraseHeld(tx, id));
  }
  return rows.length;
}

async function eraseHeld(tx: Tx, id: DialogueId): Promise<void> {
  await tx.execute(sql`select from ledger where scope = ${id} for update`);
  for (const from of [...rowsOf(id), sql`audit where scope = ${id}`, sql`ledger where scope = ${id}`])
    await tx.execute(sql`delete from ${from}`);
  for (const job of ["analysis", "analysis-settling"])
    await tx.execute(sql`select graphile_worker.remove_job(${`${job}:${id}`})`);
  await tx.execute(sql`select pg_notify('klankbord', ${`${id} 0`})`);
}

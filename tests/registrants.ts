import { randomUUID } from "node:crypto";
import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { registration } from "../app/dialogue/people/tables.ts";
import { dialogue, field, party, privacyText, session } from "../app/dialogue/tables.ts";
import { letters } from "../app/letters.server.ts";
import { type Db, openLedger } from "../app/platform/database/change.server.ts";
import { readEnvironment } from "../app/platform/environment.ts";
import type { DialogueId, FieldId, MailId, PartyId, RegistrationId, SessionId } from "../app/platform/ids.ts";
import { makePostman } from "../app/platform/mail/send.server.ts";
import { mail, mailbox } from "../app/platform/mail/tables.ts";
import { confirmForm, receiveForm } from "../app/prepare/registration/admission/arrivals.server.ts";
import type { Registration } from "../app/prepare/registration/form/registration.ts";

type Settings = (typeof dialogue.$inferSelect)["settings"];
type Session = typeof session.$inferInsert;

/** A dialogue that is open, with one session, two fields and two kinds of party. */
export async function openDialogue(db: Db, options: { settings?: Partial<Settings>; session?: Partial<Session> } = {}) {
  const dialogueId = randomUUID() as DialogueId;
  const sessionId = randomUUID() as SessionId;
  const startsAt = new Date(Date.now() + 30 * 86_400_000);
  startsAt.setUTCMinutes(0, 0, 0);
  const settings = { confirmNewDevice: false, linkInCalendar: true, admission: "automatic" as const, ...options.settings };
  return db.transaction(async (tx) => {
    await tx.insert(dialogue).values({ id: dialogueId, slug: dialogueId, title: "Veerkracht", state: "open", settings });
    await openLedger(tx, dialogueId);
    await tx.insert(session).values({
      ...{ id: sessionId, dialogueId, title: "Eerste bijeenkomst", state: "registration-open", capacity: 20 },
      ...{ startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000), ...options.session },
    });
    await tx.insert(privacyText).values({ dialogueId, version: 1, text: "Wat we bewaren." });
    const fields = await tx
      .insert(field)
      .values(["Wonen", "Scholing"].map((name, at) => ({ dialogueId, position: at, name, shape: at + 1, target: 4 })))
      .returning({ id: field.id });
    const parties = await tx
      .insert(party)
      .values(["Praktijk", "Bewoner"].map((name, at) => ({ dialogueId, position: at, name, organisationOptional: at === 1 })))
      .returning({ id: party.id });
    return { dialogueId, sessionId, startsAt, fields: fields.map(({ id }) => id), parties: parties.map(({ id }) => id) };
  });
}
export type OpenDialogue = Awaited<ReturnType<typeof openDialogue>>;

export function answersOf(at: OpenDialogue, mailAddress: string, change: Partial<Registration> = {}) {
  return {
    ...{
      name: mailAddress.split("@")[0] ?? "",
      mail: mailAddress,
      organisation: "Zorggroep De Linde",
      function: "wijkverpleegkundige",
    },
    ...{ party: at.parties[0] as PartyId, field: at.fields[0] as FieldId, otherFields: [], area: null, brings: "" },
    ...{ accessKinds: [], accessNeeds: "", shownAs: "full" as const, licence: true as const, privacyVersion: 1 },
    locale: "nl" as const,
    ...change,
  };
}

const environment = readEnvironment({ PORT: "3000", ORIGIN: "https://dialoog.example" });
if (!environment.ok) throw new Error(environment.line);
const { value: settings } = environment;

/** Reads the post: without a mail server the letters that are due land in the mailbox. */
export function postOf(db: Db) {
  const postman = makePostman({ db, environment: settings, log: () => {} }, letters);
  return {
    /** Sends what is due. @returns the letters of this round, oldest first */
    async deliver(now = new Date()) {
      const [last] = await db.select({ id: sql<number>`coalesce(max(${mailbox.id}), 0)`.mapWith(Number) }).from(mailbox);
      const due = await db
        .select({ id: mail.id })
        .from(mail)
        .where(and(eq(mail.state, "waiting"), lte(mail.dueAt, now)))
        .orderBy(asc(mail.createdAt));
      for (const { id } of due) await postman.send(id as MailId);
      return db
        .select({
          to: mailbox.address,
          kind: mail.kind,
          subject: mailbox.subject,
          text: mailbox.text,
          calendar: mailbox.calendar,
        })
        .from(mailbox)
        .innerJoin(mail, eq(mail.id, mailbox.mailId))
        .where(gt(mailbox.id, last?.id ?? 0))
        .orderBy(asc(mailbox.id));
    },
  };
}

/** The secret in a letter's link, such as `/bevestig/`. */
export function secretIn(text: string | undefined, path: string): string {
  const token = new RegExp(`${path}/([\\w-]{20,})`).exec(text ?? "")?.[1];
  if (!token) throw new Error(`no ${path} in: ${text}`);
  return token;
}

/** Registers and confirms, as people do. */
export async function register(db: Db, at: OpenDialogue, address: string, change: Partial<Registration> = {}) {
  const post = postOf(db);
  await receiveForm(db, at, answersOf(at, address, change), new Date());
  const letter = (await post.deliver()).find(({ to, kind }) => to === address && kind === "registration.confirm");
  const done = await confirmForm(db, secretIn(letter?.text, "bevestig"), { name: "Firefox", signedInAs: null }, new Date());
  if (done.status !== "done") throw new Error(done.status);
  return (await findRegistration(db, at, address)).id;
}

export async function findRegistration(db: Db, at: OpenDialogue, address: string) {
  const { rows } = await db.execute<{ id: RegistrationId }>(sql`
    select r.id from registration r join person p on p.id = r.person_id
    where r.session_id = ${at.sessionId} and p.mail = ${address}`);
  const [row] = await db
    .select()
    .from(registration)
    .where(eq(registration.id, rows[0]?.id as RegistrationId));
  if (!row) throw new Error(`${address} did not register`);
  return row;
}

export async function statesOf(db: Db, at: OpenDialogue): Promise<Record<string, number>> {
  const { rows } = await db.execute<{ state: string; n: number }>(sql`
    select state, count(*)::int as n from registration where session_id = ${at.sessionId} group by state order by state`);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

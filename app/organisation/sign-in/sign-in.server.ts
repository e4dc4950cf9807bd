import { and, eq, gt, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { endDevice, endDevices, endOtherDevices } from "../../dialogue/people/devices.server.ts";
import { spendLink } from "../../dialogue/people/links.server.ts";
import { rolesOf } from "../../dialogue/people/members.server.ts";
import { findPersonByMail } from "../../dialogue/people/people.server.ts";
import { membership } from "../../dialogue/people/tables.ts";
import { change, type Db, deedBy, INSTALLATION, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { PersonId } from "../../platform/ids.ts";
import { post, postAll } from "../../platform/mail/outbox.server.ts";
import { mail } from "../../platform/mail/tables.ts";
import { digestOf, hashOf } from "../../platform/secret.server.ts";
import { type Arrival, letIn } from "./let-in.server.ts";

const aMinute = 60_000;
const mostAnHour = 6;

export interface SignInAsked {
  readonly mail: string;
  /** Where they wanted to go. */
  readonly to?: string;
  /** For who looks after the installation: others sign in at their organisation. */
  readonly only?: boolean;
}

/**
 * Somebody asks for a sign-in link. The answer is the same and takes as long for every address: all that is done now is to put
 * down a job; looking the address up, and mailing, happen afterwards.
 */
export async function askSignIn(db: Db, asked: SignInAsked): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job('sign-in-link', ${JSON.stringify(asked)}::json,
      job_key := ${`sign-in:${digestOf(asked.mail)}`}, max_attempts := 5)`);
}

/** The job behind `askSignIn`: mails a member of a team, at most once a minute and six times an hour. */
export async function sendSignIn(db: Db, { mail: address, to, only = false }: SignInAsked, now: Date): Promise<void> {
  const found = await findPersonByMail(db, address);
  if (!found || found.erasedAt) return;
  const roles = await rolesOf(db, found.id);
  if (!roles.some(({ role, dialogueId }) => !only || (role === "administrator" && dialogueId === null))) return;
  await change(
    db,
    { scope: INSTALLATION, actor: "visitor", what: "sign-in.ask", subject: { kind: "person", id: found.id } },
    async (tx) => {
      const recent = await tx
        .select({ id: mail.id })
        .from(mail)
        .where(
          and(
            matches(mail, { personId: found.id, kind: "team.sign-in" }),
            gt(mail.createdAt, new Date(now.getTime() - 60 * aMinute)),
          ),
        );
      if (recent.length >= mostAnHour) return;
      await post(tx, {
        personId: found.id,
        kind: "team.sign-in",
        event: `minute:${Math.floor(now.getTime() / aMinute)}`,
        ...(to ? { details: { to } } : {}),
      });
    },
  );
}

/**
 * @param reason of who breaks the glass, where the team signs in at its organisation: the other administrators hear of it
 * @returns the secret for the cookie, or null when the link was used, ended or too old
 */
export async function signIn(db: Db, token: string, arrival: Arrival, reason: string | null = null): Promise<string | null> {
  return change(
    db,
    { scope: INSTALLATION, actor: "visitor", what: "sign-in.use", subject: { kind: "installation", id: INSTALLATION } },
    async (tx) => {
      const used = await spendLink(tx, "sign-in", token);
      if (!used?.personId) return null;
      if (reason !== null) await tellAdministrators(tx, used.personId, reason, hashOf(token).toString("hex").slice(0, 16));
      return letIn(tx, used.personId, arrival);
    },
  );
}

/** @param event once for one link */
async function tellAdministrators(tx: Tx, personId: PersonId, reason: string, event: string): Promise<void> {
  const others = await tx
    .selectDistinct({ id: membership.personId })
    .from(membership)
    .where(
      and(
        eq(membership.role, "administrator"),
        isNull(membership.dialogueId),
        isNull(membership.endedAt),
        isNotNull(membership.acceptedAt),
        ne(membership.personId, personId),
      ),
    );
  const posting = { kind: "team.break-glass", event: `link:${event}`, details: { person: personId, reason } } as const;
  await postAll(
    tx,
    others.map(({ id }) => ({ personId: id, ...posting })),
  );
}

/** Signs in the person who claimed the installation or accepted an invitation just now. */
export async function signInAs(db: Db, personId: PersonId, arrival: Arrival): Promise<string> {
  return change(db, deedBy(personId, INSTALLATION, "sign-in.first", "person", personId), (tx) => letIn(tx, personId, arrival));
}

export async function signOut(db: Db, who: { personId: PersonId; deviceId: string }, everywhere: boolean): Promise<void> {
  await change(db, deedBy(who.personId, INSTALLATION, "sign-in.end", "person", who.personId), async (tx) => {
    if (everywhere) await endDevices(tx, who.personId, "team");
    else await endDevice(tx, who.personId, who.deviceId);
  });
}

/** Ends where somebody is signed in, from another device of theirs: one, or all the others. */
export async function endSessions(
  db: Db,
  who: { personId: PersonId; deviceId: string },
  which: { readonly one: string } | "others",
): Promise<void> {
  const subject = which === "others" ? { kind: "person", id: who.personId as string } : { kind: "device", id: which.one };
  await change(db, { scope: INSTALLATION, actor: { person: who.personId }, what: "device.end", subject }, async (tx) => {
    if (which === "others") await endOtherDevices(tx, who.personId, "team", who.deviceId);
    else await endDevice(tx, who.personId, which.one, which.one === who.deviceId ? "here" : "elsewhere");
  });
}

import { eq, sql } from "drizzle-orm";
import { addDevice } from "../../../dialogue/people/devices.server.ts";
import { findLink, type Link, spendLink } from "../../../dialogue/people/links.server.ts";
import { personOf } from "../../../dialogue/people/people.server.ts";
import { registration } from "../../../dialogue/people/tables.ts";
import { person, session } from "../../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import { Refused } from "../../../platform/http/refused.ts";
import type { DialogueId, PersonId, RegistrationId, SessionId } from "../../../platform/ids.ts";
import { brakeVisitors, nextFor } from "../../../platform/mail/brake.server.ts";
import { post } from "../../../platform/mail/outbox.server.ts";
import { maySession } from "../../planning/session.ts";
import { arriving } from "../admission/arrivals.server.ts";
import { happen } from "../admission/places.server.ts";
import { writeAnswers } from "../form/answers.server.ts";
import type { Registration } from "../form/registration.ts";
import type { Browser } from "../my-page/join.server.ts";
import { registrationForm } from "../tables.ts";
import type { Invitee } from "./invitees.ts";

type Mine = typeof registration.$inferSelect;

/**
 * Invites people with what is known of them; each gets a link to complete the form. All or nobody.
 * @returns how many are invited, and how many stood on the list already
 */
export async function invite(
  db: Db,
  at: { readonly dialogueId: DialogueId; readonly sessionId: SessionId; readonly by: PersonId },
  invitees: readonly Invitee[],
): Promise<{ invited: number; known: number }> {
  const { dialogueId, sessionId } = at;
  return change(db, deedBy(at.by, dialogueId, "registration.invite", "session", sessionId), async (tx) => {
    const [about] = await tx.select({ state: session.state }).from(session).where(eq(session.id, sessionId));
    if (!about || !maySession(about.state, "invite")) throw new Refused("session-over");
    let invited = 0;
    for (const one of invitees) {
      const personId = await personOf(tx, one.mail, one.name, one.locale);
      const [row] = await tx
        .insert(registration)
        .values({
          ...{ dialogueId, sessionId, personId },
          ...{ name: one.name, organisation: one.organisation, function: one.function, locale: one.locale },
          ...{ partyId: one.party, fieldId: one.field, areaCode: one.area?.code ?? null, areaYear: one.area?.year ?? null },
          source: "invitation",
        })
        .onConflictDoNothing()
        .returning({ id: registration.id });
      if (!row) continue;
      invited += 1;
      const details = { registration: row.id };
      await post(tx, { personId, kind: "registration.invite", event: row.id, dialogueId, sessionId, details });
    }
    return { invited, known: invitees.length - invited };
  });
}

export type Offered =
  | { readonly status: "unknown" }
  | { readonly status: "used"; readonly mine: Mine }
  | {
      readonly status: "open";
      readonly mine: Mine;
      readonly person: typeof person.$inferSelect;
      readonly session: typeof session.$inferSelect;
      /** The colleague whose place it is, as long as they have it. */
      readonly from: { readonly id: RegistrationId; readonly name: string } | null;
      readonly link: Link;
    };

/** What a link of an invited person or a colleague is about; looks and uses nothing. */
export async function findInvitation(db: Reader, token: string): Promise<Offered> {
  const link = await findLink(db, "invitation", token);
  if (!link?.subjectId) return { status: "unknown" };
  const [found] = await db
    .select({ mine: registration, person, session })
    .from(registration)
    .innerJoin(person, eq(person.id, registration.personId))
    .innerJoin(session, eq(session.id, registration.sessionId))
    .where(eq(registration.id, link.subjectId as RegistrationId)); // looked up by kind: the subject is a registration
  if (!found) return { status: "unknown" };
  if (link.usedAt) return { status: "used", mine: found.mine };
  const offeredBy = found.mine.offeredBy;
  const [from] = offeredBy
    ? await db
        .select({ id: registration.id, name: registration.name, state: registration.state })
        .from(registration)
        .where(eq(registration.id, offeredBy))
    : [];
  const holds = from && ["admitted", "waiting", "confirmed"].includes(from.state);
  return { status: "open", ...found, from: holds ? { id: from.id, name: from.name } : null, link };
}

export type Completed =
  | { readonly status: "unknown" | "used" | "over" }
  | { readonly status: "done"; readonly mine: Mine; readonly deviceToken: string | null };

/** The form of an invited person or a colleague: the link proved the address, so the place is decided at once. */
export async function completeInvitation(
  db: Db,
  token: string,
  answers: Registration & { readonly locale: "nl" | "en" },
  browser: Browser,
  now: Date,
): Promise<Completed> {
  const seen = await findInvitation(db, token);
  if (seen.status !== "open") return { status: seen.status };
  const { mine } = seen;
  return change(
    db,
    deedBy(mine.personId, mine.dialogueId, "registration.complete", "registration", mine.id),
    async (tx): Promise<Completed> => {
      const offer = await findInvitation(tx, token);
      if (offer.status !== "open") return { status: offer.status };
      if (!maySession(offer.session.state, "confirm")) return { status: "over" };
      await spendLink(tx, "invitation", token);
      await writeAnswers(tx, { registrationId: mine.id, personId: mine.personId, dialogueId: mine.dialogueId }, answers);
      await tx.update(registration).set({ locale: answers.locale, offeredBy: null }).where(eq(registration.id, mine.id));
      await tx.update(person).set({ name: answers.name, locale: answers.locale }).where(eq(person.id, mine.personId));
      await tx.delete(registrationForm).where(eq(registrationForm.registrationId, mine.id));
      await takePlace(tx, offer, now);
      if (browser.signedInAs === mine.personId) return { status: "done", mine, deviceToken: null };
      const made = await addDevice(tx, "participant", mine.personId, { dialogueId: mine.dialogueId, name: browser.name });
      return { status: "done", mine, deviceToken: made.token };
    },
  );
}

/** The colleague's place when it is still theirs to give; else as everybody comes in. */
async function takePlace(tx: Tx, offer: Extract<Offered, { status: "open" }>, now: Date): Promise<void> {
  const { mine, from } = offer;
  if (from && mine.state !== "admitted") {
    const taken = await happen(tx, mine.sessionId, [{ type: "substitute", id: from.id, by: mine.id }], now);
    if (taken.status === "done") {
      await retractOffers(tx, from.id);
      return;
    }
  }
  await happen(tx, mine.sessionId, arriving(mine, now.getTime()), now);
}

/** Somebody who cannot come offers the place to a colleague, who gets a link by mail. An earlier offer ends. */
export async function offerPlace(
  db: Db,
  mine: Mine,
  colleague: { readonly name: string; readonly mail: string },
  now: Date,
): Promise<void> {
  const { dialogueId, sessionId } = mine;
  await brakeVisitors(db);
  await change(db, deedBy(mine.personId, dialogueId, "registration.offer", "registration", mine.id), async (tx) => {
    await mayStillGive(tx, mine);
    const personId = await personOf(tx, colleague.mail, colleague.name, mine.locale);
    if (personId === mine.personId) throw new Refused("same-person", 422);
    await retractOffers(tx, mine.id);
    const dueAt = await nextFor(tx, personId, "registration.substitute", now);
    if (!dueAt) throw new Refused("too-many", 429);
    const known = { organisation: mine.organisation, partyId: mine.partyId, fieldId: mine.fieldId };
    const [row] = await tx
      .insert(registration)
      .values({
        ...{ dialogueId, sessionId, personId, ...known },
        ...{ name: colleague.name, locale: mine.locale, source: "substitute", offeredBy: mine.id },
      })
      .onConflictDoUpdate({ target: [registration.sessionId, registration.personId], set: { offeredBy: mine.id } })
      .returning({ id: registration.id });
    if (!row) throw new Error("offer not kept");
    await post(tx, {
      ...{ personId, dialogueId, sessionId },
      kind: "registration.substitute",
      event: `${row.id}:${mine.id}:${now.toISOString()}`,
      details: { registration: row.id },
      dueAt,
    });
  });
}

async function mayStillGive(tx: Tx, { id, sessionId }: Mine): Promise<void> {
  const [row] = await tx
    .select({ state: registration.state, session: session.state })
    .from(registration)
    .innerJoin(session, eq(session.id, registration.sessionId))
    .where(matches(registration, { id, sessionId }));
  const has = row && ["admitted", "waiting", "confirmed"].includes(row.state);
  if (!has || !maySession(row.session, "substitute")) throw new Refused("no-place");
}

/** The colleague's link still opens the form, but the place is no longer in it. */
export async function retractOffers(tx: Tx, of: RegistrationId): Promise<void> {
  await tx.update(registration).set({ offeredBy: null }).where(eq(registration.offeredBy, of));
}

export async function retractOffer(db: Db, mine: Mine): Promise<void> {
  await change(db, deedBy(mine.personId, mine.dialogueId, "registration.offer-end", "registration", mine.id), (tx) =>
    retractOffers(tx, mine.id),
  );
}

/** To whom the place is offered now. */
export async function findOffer(db: Reader, of: RegistrationId): Promise<{ name: string; mail: string } | null> {
  const [row] = await db
    .select({ name: registration.name, mail: sql<string>`coalesce(${person.mail}, '')` })
    .from(registration)
    .innerJoin(person, eq(person.id, registration.personId))
    .where(eq(registration.offeredBy, of));
  return row ?? null;
}

import { and, desc, eq, gt, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { addDevice, endDevice } from "../../../dialogue/people/devices.server.ts";
import { findLink, spendLink } from "../../../dialogue/people/links.server.ts";
import { device, link as linkTable, registration } from "../../../dialogue/people/tables.ts";
import { dialogue, session } from "../../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { DialogueId, PersonId, RegistrationId } from "../../../platform/ids.ts";
import { nextFor } from "../../../platform/mail/brake.server.ts";
import { post } from "../../../platform/mail/outbox.server.ts";
import { hashOf } from "../../../platform/secret.server.ts";
import type { DialogueLink } from "../invitations/dialogue-links.server.ts";

export interface Browser {
  readonly name: string;
  readonly signedInAs: PersonId | null;
}

export interface Joinable {
  readonly dialogue: typeof dialogue.$inferSelect;
  readonly registration: typeof registration.$inferSelect;
  readonly session: typeof session.$inferSelect;
}

/** Whom a personal link lets in, and where; looks and uses nothing. */
export async function findPersonal(db: Reader, token: string): Promise<Joinable | null> {
  const link = await findLink(db, "personal", token);
  if (!link?.subjectId) return null;
  const [found] = await db
    .select({ dialogue, registration, session })
    .from(registration)
    .innerJoin(session, eq(session.id, registration.sessionId))
    .innerJoin(dialogue, eq(dialogue.id, registration.dialogueId))
    // the hash was looked up by kind, so the subject is a registration
    .where(eq(registration.id, link.subjectId as RegistrationId));
  return found ?? null;
}

/** The dialogue of a link that works no more, to say where to get a new one. */
export async function dialogueOfEnded(db: Reader, token: string): Promise<DialogueLink | null> {
  const [row] = await db
    .select({ slug: dialogue.slug, title: dialogue.title, language: dialogue.language, state: dialogue.state })
    .from(linkTable)
    .innerJoin(dialogue, eq(dialogue.id, linkTable.dialogueId))
    .where(eq(linkTable.tokenHash, hashOf(token)));
  return row && row.state !== "draft" ? row : null;
}

export type Joined =
  | { readonly status: "unknown" }
  | { readonly status: "in" | "to-confirm"; readonly at: Joinable; readonly deviceToken: string | null };

/** Of one person in one dialogue; the oldest gives way. */
export const mostDevices = 20;

/** Signs a browser in with a personal link. Where the organiser asks it, a second device waits for a yes by mail. */
export async function join(db: Db, token: string, browser: Browser, now: Date): Promise<Joined> {
  const at = await findPersonal(db, token);
  if (!at) return { status: "unknown" };
  const { personId, dialogueId, id } = at.registration;
  if (browser.signedInAs === personId) return { status: "in", at, deviceToken: null };
  return change(db, deedBy(personId, dialogueId, "device.add", "registration", id), async (tx): Promise<Joined> => {
    const others = await livingDevices(tx, personId, dialogueId);
    const known = others.some(({ confirmedAt }) => confirmedAt !== null);
    const confirmed = !(at.dialogue.settings.confirmNewDevice && known);
    for (const { id: oldest } of others.slice(mostDevices - 1)) await endDevice(tx, personId, oldest);
    const made = await addDevice(tx, "participant", personId, { dialogueId, name: browser.name, confirmed });
    if (!confirmed) await askToConfirm(tx, at, made.id, browser.name, now);
    return { status: confirmed ? "in" : "to-confirm", at, deviceToken: made.token };
  });
}

async function askToConfirm(tx: Tx, at: Joinable, deviceId: string, name: string, now: Date): Promise<void> {
  const { personId, dialogueId, sessionId, id } = at.registration;
  const dueAt = await nextFor(tx, personId, "registration.device", now);
  if (!dueAt) return;
  const details = { device: deviceId, name, registration: id };
  await post(tx, { personId, kind: "registration.device", event: deviceId, dialogueId, sessionId, details, dueAt });
}

/** The browsers in which somebody is signed in for a dialogue, newest first. */
export async function livingDevices(db: Reader, personId: PersonId, dialogueId: DialogueId) {
  return db
    .select()
    .from(device)
    .where(
      and(
        matches(device, { personId, dialogueId, kind: "participant" }),
        isNull(device.endedAt),
        gt(device.expiresAt, sql`now()`),
      ),
    )
    .orderBy(desc(device.createdAt));
}

/** The device that a link asks to confirm; null when the link is too old or used. */
export async function findDeviceToConfirm(db: Reader, token: string) {
  const link = await findLink(db, "device", token);
  if (!link?.subjectId || link.usedAt) return null;
  const [row] = await db
    .select({ id: device.id, name: device.name, personId: device.personId, createdAt: device.createdAt, dialogue })
    .from(device)
    .innerJoin(dialogue, eq(dialogue.id, device.dialogueId))
    .where(and(eq(device.id, link.subjectId), isNull(device.endedAt)));
  return row ?? null;
}

export async function confirmDevice(db: Db, token: string): Promise<boolean> {
  const found = await findDeviceToConfirm(db, token);
  if (!found) return false;
  return change(db, deedBy(found.personId, found.dialogue.id, "device.confirm", "device", found.id), async (tx) => {
    if (!(await spendLink(tx, "device", token))) return false;
    await tx.update(device).set({ confirmedAt: sql`now()` }).where(eq(device.id, found.id));
    return true;
  });
}

/** Where somebody with a device goes: the newest dialogue in which it was signed in. */
export async function homeOf(db: Reader, deviceId: string) {
  const [row] = await db
    .select({ slug: dialogue.slug, title: dialogue.title })
    .from(device)
    .innerJoin(dialogue, eq(dialogue.id, device.dialogueId))
    .where(and(eq(device.id, deviceId), isNotNull(device.dialogueId)));
  return row ?? null;
}

/** Ends devices of somebody: one, all others, or all with every link handed out so far. */
export async function endMine(
  db: Db,
  who: { readonly personId: PersonId; readonly dialogueId: DialogueId; readonly deviceId: string | null },
  which: { readonly one: string } | "others" | "all",
): Promise<void> {
  const { personId, dialogueId } = who;
  await change(db, deedBy(personId, dialogueId, "device.end", "person", personId), async (tx) => {
    if (typeof which === "object") return endDevice(tx, personId, which.one);
    await tx
      .update(device)
      .set({ endedAt: sql`now()` })
      .where(
        and(
          matches(device, { personId, dialogueId, kind: "participant" }),
          isNull(device.endedAt),
          which === "others" && who.deviceId ? ne(device.id, who.deviceId) : undefined,
        ),
      );
    if (which === "all")
      await tx
        .update(linkTable)
        .set({ endedAt: sql`now()` })
        .where(and(matches(linkTable, { personId, dialogueId, kind: "personal" }), isNull(linkTable.endedAt)));
  });
}

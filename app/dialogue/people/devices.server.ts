import { and, desc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import type { Db, Reader, Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { hashOf, makeToken } from "../../platform/secret.server.ts";
import { person } from "../tables.ts";
import type { SignInWay } from "./sign-in-way.ts";
import { device } from "./tables.ts";

export type DeviceKind = "team" | "participant";
export interface Device {
  readonly id: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly locale: "nl" | "en";
  readonly dialogueId: DialogueId | null;
  readonly confirmed: boolean;
  readonly way: SignInWay | null;
  /** Some minutes old at most. */
  readonly seenAt: Date;
}

const hours: Record<DeviceKind, number> = { team: 14 * 24, participant: 180 * 24 };

/** Makes a signed-in device. @returns its id and the secret for the cookie; only the hash is kept */
export async function addDevice(
  tx: Tx,
  kind: DeviceKind,
  personId: PersonId,
  options: { dialogueId?: DialogueId; name: string; confirmed?: boolean; hours?: number; way?: SignInWay },
): Promise<{ id: string; token: string }> {
  const token = makeToken();
  const [row] = await tx
    .insert(device)
    .values({
      tokenHash: hashOf(token),
      kind,
      personId,
      dialogueId: options.dialogueId ?? null,
      name: options.name.slice(0, 80),
      expiresAt: sql`now() + make_interval(hours => ${options.hours ?? hours[kind]})`,
      way: options.way ?? null,
      confirmedAt: options.confirmed === false ? null : sql`now()`,
    })
    .returning({ id: device.id });
  if (!row) throw new Error("device not kept");
  return { id: row.id, token };
}

/** @param idleHours who was not seen for longer is no longer signed in */
export async function findDevice(
  db: Reader,
  kind: DeviceKind,
  token: string | undefined,
  idleHours?: number,
): Promise<Device | null> {
  if (!token) return null;
  const [row] = await db
    .select({
      id: device.id,
      personId: device.personId,
      name: person.name,
      locale: person.locale,
      dialogueId: device.dialogueId,
      confirmedAt: device.confirmedAt,
      seenAt: device.seenAt,
      way: device.way,
    })
    .from(device)
    .innerJoin(person, eq(person.id, device.personId))
    .where(
      and(
        matches(device, { tokenHash: hashOf(token), kind }),
        isNull(device.endedAt),
        gt(device.expiresAt, sql`now()`),
        idleHours === undefined ? undefined : gt(device.seenAt, sql`now() - make_interval(hours => ${idleHours})`),
        isNull(person.erasedAt),
      ),
    );
  return row ? { ...row, confirmed: row.confirmedAt !== null } : null;
}

const seenEveryMs = 5 * 60_000;

/** Writes down that a device was seen, now and then; what only reads goes on when that fails. */
export async function noteSeen(db: Db, { id, seenAt }: Device, now: Date): Promise<void> {
  if (now.getTime() - seenAt.getTime() < seenEveryMs) return;
  await db
    .update(device)
    .set({ seenAt: sql`now()` })
    .where(eq(device.id, id))
    .catch(() => {});
}

export async function wayOf(db: Reader, id: string): Promise<SignInWay | null> {
  const [row] = await db.select({ way: device.way }).from(device).where(eq(device.id, id));
  return row?.way ?? null;
}

/** Of the team: where somebody is signed in now, the newest first. */
export async function listDevices(db: Reader, personId: PersonId, idleHours: number) {
  return db
    .select({ id: device.id, name: device.name, way: device.way, createdAt: device.createdAt, seenAt: device.seenAt })
    .from(device)
    .where(
      and(
        matches(device, { personId, kind: "team" }),
        isNull(device.endedAt),
        gt(device.expiresAt, sql`now()`),
        gt(device.seenAt, sql`now() - make_interval(hours => ${idleHours})`),
      ),
    )
    .orderBy(desc(device.createdAt));
}

/** @param from ended from another device: what is left on it is not trusted */
export async function endDevice(tx: Tx, personId: PersonId, id: string, from: "here" | "elsewhere" = "here"): Promise<void> {
  await tx
    .update(device)
    .set({ endedAt: sql`now()`, distrusted: from === "elsewhere" })
    .where(and(matches(device, { id, personId }), isNull(device.endedAt)));
}

/** Signs out on all devices but one. */
export async function endOtherDevices(tx: Tx, personId: PersonId, kind: DeviceKind, but: string): Promise<void> {
  await tx
    .update(device)
    .set({ endedAt: sql`now()`, distrusted: true })
    .where(and(matches(device, { personId, kind }), ne(device.id, but), isNull(device.endedAt)));
}

/** Signs out everywhere. */
export async function endDevices(tx: Tx, personId: PersonId, kind: DeviceKind): Promise<void> {
  await tx
    .update(device)
    .set({ endedAt: sql`now()` })
    .where(and(matches(device, { personId, kind }), isNull(device.endedAt)));
}

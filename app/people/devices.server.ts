import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { device, person } from "../db/schema.ts";
import type { DialogueId, PersonId } from "../ids.ts";
import type { Reader, Tx } from "../platform/change.server.ts";
import { hashOf, makeToken } from "../platform/secret.server.ts";

export type DeviceKind = "team" | "participant";
export interface Device {
  readonly id: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly locale: "nl" | "en";
  readonly dialogueId: DialogueId | null;
  readonly confirmed: boolean;
}

const days: Record<DeviceKind, number> = { team: 14, participant: 180 };

/** Makes a signed-in device. @returns its id and the secret for the cookie; only the hash is kept */
export async function addDevice(
  tx: Tx,
  kind: DeviceKind,
  personId: PersonId,
  options: { dialogueId?: DialogueId; name: string; confirmed?: boolean },
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
      expiresAt: sql`now() + make_interval(days => ${days[kind]})`,
      confirmedAt: options.confirmed === false ? null : sql`now()`,
    })
    .returning({ id: device.id });
  if (!row) throw new Error("device not kept");
  return { id: row.id, token };
}

export async function findDevice(db: Reader, kind: DeviceKind, token: string | undefined): Promise<Device | null> {
  if (!token) return null;
  const [row] = await db
    .select({
      id: device.id,
      personId: device.personId,
      name: person.name,
      locale: person.locale,
      dialogueId: device.dialogueId,
      confirmedAt: device.confirmedAt,
    })
    .from(device)
    .innerJoin(person, eq(person.id, device.personId))
    .where(
      and(
        eq(device.tokenHash, hashOf(token)),
        eq(device.kind, kind),
        isNull(device.endedAt),
        gt(device.expiresAt, sql`now()`),
        isNull(person.erasedAt),
      ),
    );
  return row ? { ...row, confirmed: row.confirmedAt !== null } : null;
}

export async function endDevice(tx: Tx, personId: PersonId, id: string): Promise<void> {
  await tx
    .update(device)
    .set({ endedAt: sql`now()` })
    .where(and(eq(device.id, id), eq(device.personId, personId), isNull(device.endedAt)));
}

/** Signs out everywhere. */
export async function endDevices(tx: Tx, personId: PersonId, kind: DeviceKind): Promise<void> {
  await tx
    .update(device)
    .set({ endedAt: sql`now()` })
    .where(and(eq(device.personId, personId), eq(device.kind, kind), isNull(device.endedAt)));
}

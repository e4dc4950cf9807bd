import { and, eq, ne, sql } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, MemberId, PersonId } from "../../platform/ids.ts";
import { networkMember } from "../tables.ts";
import { kilometres } from "./distance.ts";
import type { Member } from "./members.server.ts";

export const notBlocked = (dialogueId: DialogueId, me: PersonId) => sql`not exists (select from network_block b
  where b.dialogue_id = ${dialogueId} and (b.person_id, b.other_id) in ((${me}::uuid, ${networkMember.personId}), (${networkMember.personId}, ${me}::uuid)))`;

/** A colleague who may sit at a consultation, and why. Of a card no more than members may read. */
export interface Colleague {
  readonly id: MemberId;
  readonly name: string;
  readonly does: string;
  readonly sameField: boolean;
  readonly km: number | null;
}
const mostColleagues = 12;

/** Colleagues of a shared field first, then the nearest; who shows neither name nor anything else is not proposed. */
export async function findColleagues(db: Reader, me: Member): Promise<Colleague[]> {
  const rows = await db
    .select()
    .from(networkMember)
    .where(
      and(
        eq(networkMember.dialogueId, me.dialogueId),
        ne(networkMember.personId, me.personId),
        sql`${networkMember.shown}->>'name' <> 'off'`,
        notBlocked(me.dialogueId, me.personId),
      ),
    )
    .limit(2_000);
  return rows
    .map(
      ({ id, name, does, fieldIds, municipality, shown }): Colleague => ({
        ...{ id, name, does: shown.does === "off" ? "" : does },
        sameField: shown.fields !== "off" && fieldIds.some((one) => me.fieldIds.includes(one)),
        km: shown.area === "off" ? null : kilometres(me.municipality, municipality),
      }),
    )
    .sort((a, b) => Number(b.sameField) - Number(a.sameField) || (a.km ?? 1e4) - (b.km ?? 1e4) || (a.id < b.id ? -1 : 1))
    .slice(0, mostColleagues);
}

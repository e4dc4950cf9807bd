import { sql } from "drizzle-orm";
import { findPersonByMail } from "../../dialogue/people/people.server.ts";
import type { Db, Reader } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { PersonId } from "../../platform/ids.ts";
import { erasePerson } from "./erase.server.ts";
import type { ErasedBecause } from "./erase-other.ts";

export interface Found {
  /** As the address is written here. */
  readonly mail: string;
  readonly dialogues: number;
  readonly contributions: number;
  readonly inNetwork: boolean;
  readonly inTeam: boolean;
}

/** What would go with somebody: how much, and no word of it. Null when nobody has this address. */
export async function findOther(db: Reader, mail: string): Promise<Found | null> {
  const who = await findPersonByMail(db, mail);
  if (!who?.mail || who.erasedAt) return null;
  const { rows } = await db.execute<Omit<Found, "mail">>(sql`
    select (select count(distinct dialogue_id)::int from registration where person_id = ${who.id}) as dialogues,
      (select count(*)::int from contribution where person_id = ${who.id} and state <> 'erased') as contributions,
      exists (select from network_member where person_id = ${who.id}) as "inNetwork",
      exists (select from membership where person_id = ${who.id} and ended_at is null) as "inTeam"`);
  const [size] = rows;
  return size ? { mail: who.mail, ...size } : null;
}

/**
 * The administrator erases somebody who cannot or does not do so themselves; the log says who did, and why.
 * @throws Refused nobody, yourself, last-organiser
 */
export async function eraseOther(db: Db, by: PersonId, mail: string, because: ErasedBecause): Promise<void> {
  const who = await findPersonByMail(db, mail);
  if (!who || who.erasedAt) throw new Refused("nobody", 404);
  if (who.id === by) throw new Refused("yourself", 409);
  await erasePerson(db, who.id, { person: by }, because);
}

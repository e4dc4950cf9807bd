import { sql } from "drizzle-orm";
import { registration } from "../../dialogue/people/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, DissentId, FieldId } from "../../platform/ids.ts";
import { dissent, dissenter } from "../tables.ts";

/** Who stands under each note, by field of the registration that counts; for the version that is frozen. */
export async function listSigners(db: Reader, dialogueId: DialogueId) {
  const { rows } = await db.execute<{
    id: DissentId;
    part: string;
    number: number;
    field: FieldId | null;
    named: boolean;
    at: string;
  }>(sql`
    select d.id, d.part, d.number, s.named, s.at, (
      select r.field_id from ${registration} r where r.person_id = s.person_id and r.dialogue_id = ${dialogueId} and r.state = 'admitted'
      order by r.created_at desc limit 1) as field
    from ${dissent} d join ${dissenter} s on s.dissent_id = d.id
    where d.dialogue_id = ${dialogueId} and d.state = 'visible' order by d.number, s.at`);
  return rows;
}

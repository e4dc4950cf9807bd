import { sql } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { type Picture, stepOf } from "./picture.ts";

/**
 * The network by its fields: of who shows theirs to members, and nobody else. A tie is there when five people or more, of both sides
 * together and each counted once, wrote to each other over it [NW26].
 */
export async function drawPicture(db: Reader, dialogueId: DialogueId): Promise<Picture> {
  const shown = sql`(select m.person_id, f.id as field_id from network_member m join field f on f.id = any(m.field_ids)
    where m.dialogue_id = ${dialogueId} and m.shown->>'fields' <> 'off' and f.removed_at is null)`;
  const [fields, ties] = await Promise.all([
    db.execute<{ id: string; name: string; shape: number; people: number }>(sql`
      select f.id, f.name, f.shape, (select count(*)::int from ${shown} s where s.field_id = f.id) as people
      from field f where f.dialogue_id = ${dialogueId} and f.removed_at is null order by f.position`),
    db.execute<{ one: string; other: string; people: number }>(sql`
      with written as (
        select least(a.field_id, b.field_id) as one, greatest(a.field_id, b.field_id) as other, w.from_id, w.to_id
        from network_message w join ${shown} a on a.person_id = w.from_id join ${shown} b on b.person_id = w.to_id
        where w.dialogue_id = ${dialogueId} and a.field_id <> b.field_id)
      select one, other, count(distinct who)::int as people
      from (select one, other, from_id as who from written union select one, other, to_id from written) each group by one, other`),
  ]);
  const told = fields.rows.map(({ people, ...one }) => ({ ...one, people: stepOf(people) }));
  const place = (id: string) => told.findIndex((one) => one.id === id);
  return {
    fields: told,
    ties: ties.rows
      .flatMap(({ one, other, people }) => {
        const step = stepOf(people);
        const [first, second] = [one, other].sort((a, b) => place(a) - place(b)) as [string, string];
        const both = [first, second].every((id) => told.some((field) => field.id === id && field.people !== null));
        return step && both ? [{ one: first, other: second, people: step }] : [];
      })
      .sort((a, b) => place(a.one) - place(b.one) || place(a.other) - place(b.other)),
  };
}

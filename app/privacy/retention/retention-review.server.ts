import { type SQL, sql } from "drizzle-orm";

/** A version that came out points at this id, so it stays as it is. */
const published = (dialogueId: SQL, id: SQL) => sql`exists (select from report p where p.dialogue_id = ${dialogueId}
  and position(${id}::text in p.content::text) > 0)`;

/** What was said of a report before it came out, and what the team had written before: none of it stands in a version. */
export function reviewWords(over: SQL): { readonly counted: SQL; readonly deeds: readonly SQL[] } {
  const remarks = sql`state <> 'erased' and dialogue_id in (${over})`;
  const notes = sql`state <> 'erased' and dialogue_id in (${over}) and not ${published(sql`dissent.dialogue_id`, sql`dissent.id`)}`;
  const copies = sql`dialogue_id in (${over}) and (content->>'introduction' <> '' or content->>'conclusions' <> ''
    or jsonb_array_length(coalesce(content->'blocks', '[]')) > 0)`;
  const earlier = sql`text <> '' and exists (select from report_block b where b.id = report_block_wording.block_id
    and b.dialogue_id in (${over}) and (report_block_wording.version < b.version or b.removed_at is not null))`;
  const removed = sql`text <> '' and removed_at is not null and dialogue_id in (${over})`;
  const count = (table: string, which: SQL) => sql`(select count(*)::int from ${sql.identifier(table)} where ${which})`;
  return {
    counted: sql`${count("remark", remarks)} + ${count("dissent", notes)} + ${count("review", copies)}
      + ${count("report_block_wording", earlier)} + ${count("report_block", removed)}`,
    deeds: [
      sql`update remark set text = '', words = '', answer = '', state = 'erased' where ${remarks}`,
      sql`update dissent set text = '', answer = '', state = 'erased' where ${notes}`,
      // figures move on from those of a copy, and they name nobody: they stay
      sql`update review set content = content || '{"introduction":"","conclusions":"","blocks":[]}' where ${copies}`,
      sql`update report_block_wording set text = '' where ${earlier}`,
      sql`update report_block set text = '' where ${removed}`,
    ],
  };
}

/** Signed with their name under a note of a published version. @param registration the table that the condition stands in */
export const signsByName = sql`exists (select from dissenter s join dissent d on d.id = s.dissent_id
  where s.named and s.person_id = registration.person_id and d.dialogue_id = registration.dialogue_id and d.state = 'visible'
  and ${published(sql`d.dialogue_id`, sql`d.id`)})`;

/** Who agreed, remarked and stood behind it; names that a version shows by choice stay. */
export function reviewPeople(over: SQL): SQL[] {
  const reviews = sql`select id from review where dialogue_id in (${over})`;
  return [
    sql`delete from agreement where review_id in (${reviews})`,
    sql`delete from remark_backing where remark_id in (select id from remark where dialogue_id in (${over}))`,
    sql`update remark set person_id = null where dialogue_id in (${over})`,
    sql`delete from dissenter s using dissent d where d.id = s.dissent_id and d.dialogue_id in (${over})
      and not (s.named and d.state = 'visible' and ${published(sql`d.dialogue_id`, sql`d.id`)})`,
  ];
}

import { inArray, sql } from "drizzle-orm";
import type { Tx } from "../../platform/database/change.server.ts";
import type { CircleId, PersonId } from "../../platform/ids.ts";
import { networkCircle, networkCircleDate, networkCircleNote, networkCirclePerson } from "./tables.ts";

/** Everything of a circle, what points at it first. */
export async function removeCircles(tx: Tx, ids: readonly CircleId[]): Promise<void> {
  if (ids.length === 0) return;
  const which = [...ids];
  await tx.execute(sql`delete from network_circle_answer where date_id in
    (select id from network_circle_date where circle_id = any(${sql.param(which)}::uuid[]))`);
  await tx.execute(sql`update network_commitment set circle_id = null where circle_id = any(${sql.param(which)}::uuid[])`);
  for (const table of [networkCircleDate, networkCircleNote, networkCirclePerson])
    await tx.delete(table).where(inArray(table.circleId, which));
  await tx.execute(sql`delete from mail where kind = 'network.circle' and state = 'waiting'
    and details->>'circle' = any(${sql.param(which)}::text[])`);
  await tx.delete(networkCircle).where(inArray(networkCircle.id, which));
}

/** Takes somebody out of these circles, with their notes and answers. */
export async function leave(tx: Tx, personId: PersonId, ids: readonly CircleId[]): Promise<void> {
  if (ids.length === 0) return;
  const which = sql`${sql.param([...ids])}::uuid[]`;
  await tx.execute(sql`delete from network_circle_answer where person_id = ${personId} and date_id in
    (select id from network_circle_date where circle_id = any(${which}))`);
  await tx.execute(sql`delete from network_circle_note where person_id = ${personId} and circle_id = any(${which})`);
  await tx.execute(sql`delete from network_circle_person where person_id = ${personId} and circle_id = any(${which})`);
  await tx.execute(
    sql`update network_commitment set circle_id = null where person_id = ${personId} and circle_id = any(${which})`,
  );
  await tx.execute(sql`update network_circle c set person_id = coalesce((select p.person_id from network_circle_person p
    where p.circle_id = c.id and p.joined_at is not null order by p.joined_at limit 1), c.person_id)
    where c.id = any(${which}) and c.person_id = ${personId} and c.kind = 'group'`);
  const { rows } = await tx.execute<{ id: CircleId }>(
    sql`select id from network_circle where id = any(${which}) and person_id = ${personId}`,
  );
  await removeCircles(
    tx,
    rows.map((one) => one.id),
  );
}

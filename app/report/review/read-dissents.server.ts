import { inArray, sql } from "drizzle-orm";
import { registration } from "../../dialogue/people/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DissentId } from "../../platform/ids.ts";
import type { ReportContent } from "../gather/content.ts";
import type { DissentRead } from "../publish/page.ts";
import { dissent, dissenter } from "../tables.ts";

/** The minority notes of a version as they may be read now, with the names of those who still choose to be named. */
export async function readDissents(db: Reader, { review }: Pick<ReportContent, "review">): Promise<DissentRead[]> {
  const ids = (review?.dissents ?? []).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: dissent.id, state: dissent.state, text: dissent.text, answer: dissent.answer })
    .from(dissent)
    .where(inArray(dissent.id, ids));
  const named = await db.execute<{ id: DissentId; name: string | null }>(sql`
    select s.dissent_id as id, (
      select r.name from ${registration} r where r.person_id = s.person_id and r.dialogue_id = d.dialogue_id and r.name <> ''
      order by r.created_at desc limit 1) as name
    from ${dissenter} s join ${dissent} d on d.id = s.dissent_id
    where s.named and s.dissent_id in ${ids} order by s.at`);
  return rows.map(({ id, state, text, answer }) => {
    const there = state === "visible";
    const names = named.rows.flatMap((one) => (one.id === id && one.name ? one.name : []));
    return {
      id,
      status: there ? "there" : "gone",
      text: there ? text : "",
      answer: there ? answer : "",
      names: there ? names : [],
    };
  });
}

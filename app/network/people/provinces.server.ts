import { sql } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { circlesFor, type Viewer } from "./member.ts";
import { stepOf } from "./picture.ts";
import type { Province } from "./provinces.ts";

/** The provinces in the order of their codes, and in which step of members, of whom this viewer may see the area [NW27]. */
export async function listProvinces(db: Reader, dialogueId: DialogueId, viewer: Viewer): Promise<Province[]> {
  const { rows } = await db.execute<{ code: string; name: string; people: number }>(sql`
    select p.code, p.name, (select count(distinct m.id)::int from network_member m join area g on m.municipality = any(g.code || g.former)
      where g.parent_code = p.code and m.dialogue_id = ${dialogueId} and m.shown->>'area' in ${[...circlesFor[viewer]]}) as people
    from (select distinct on (code) code, coalesce(everyday_name, name) as name from area where kind = 'province' order by code, year desc) p
    order by p.code`);
  return rows.map(({ code, name, people }) => ({ code, name, people: stepOf(people) }));
}

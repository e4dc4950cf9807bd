import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Db } from "../../platform/database/change.server.ts";
import { networkLanguage } from "./language.server.ts";
import { stemsOf } from "./stems.ts";

const batch = 200;
const slice = 20;

/** Needs `c` that everybody in the dialogue could read. */
export const isOpenNeed = sql`c.kind = 'need' and c.state = 'visible' and c.shared = 'all'`;

/**
 * Reads the words of needs that everybody could read, in dialogues with a network, so that they are found by them. Cut off at any moment
 * it goes on where it was; what somebody rewrites meanwhile waits for the next time.
 * @returns how many were read
 */
export async function readNeeds(db: Db): Promise<number> {
  const language = await networkLanguage();
  let done = 0;
  for (;;) {
    const { rows } = await db.execute<{ id: string; text: string }>(sql`
      select c.id, c.text from contribution c where ${isOpenNeed}
        and exists (select from network_member m where m.dialogue_id = c.dialogue_id)
        and not exists (select from network_need n where n.contribution_id = c.id)
      order by c.number desc limit ${batch}`);
    const read: { readonly id: string; readonly text: string; readonly stems: readonly string[] }[] = [];
    for (const [at, row] of rows.entries()) {
      read.push({ ...row, stems: stemsOf(row.text, language) });
      if (at % slice === slice - 1) await nextTurn();
    }
    if (read.length === 0) return done;
    // held while it is written: a text that changes at the same moment is another text, or its change comes after this row
    const { rowCount } = await db.execute(sql`
      insert into network_need (contribution_id, dialogue_id, stems)
      select c.id, c.dialogue_id, array(select jsonb_array_elements_text(r.stems))
      from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as r(id uuid, text text, stems jsonb)
      join contribution c on c.id = r.id and c.text = r.text for share of c
      on conflict do nothing`);
    done += rowCount ?? 0;
    if (read.length < batch || !rowCount) return done;
  }
}

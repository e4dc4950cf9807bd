import { eq } from "drizzle-orm";
import { session } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { mark } from "../../session/weigh/tables.ts";
import { type MarkedTheme, shownPriorities } from "../priorities/priorities.ts";
import { type Counted, changedAtLeast, enoughChanged } from "../publish/versions.ts";
import type { Priorities, Reference } from "./content.ts";
import type { Before } from "./gathered.ts";

/** Marks per theme; those of the version before until five people changed theirs. */
export async function gatherPriorities(
  db: Reader,
  dialogueId: DialogueId,
  themes: readonly { readonly name: string | null; readonly needs: readonly Reference[] }[],
  before: Before | null,
  now: Date,
): Promise<{ figures: Priorities | null; counted: Counted | null }> {
  const rows = await db
    .select({ id: mark.contributionId, personId: mark.personId, at: mark.at })
    .from(mark)
    .innerJoin(session, eq(session.id, mark.sessionId))
    .where(eq(session.dialogueId, dialogueId));
  const last = new Map<PersonId, number>();
  for (const { personId, at } of rows) last.set(personId, Math.max(last.get(personId) ?? 0, at.getTime()));
  const earlier = before?.basis.priorities;
  if (before && earlier) {
    const moments = [...last.values()];
    const same = moments.filter((at) => at <= Date.parse(earlier.at)).length;
    if (changedAtLeast(earlier, { same, later: moments.length - same }) < enoughChanged)
      return { figures: before.content.priorities, counted: earlier };
  }
  if (rows.length === 0) return { figures: null, counted: null };
  const byNeed = Map.groupBy(rows, ({ id }) => id);
  const marked = themes.map(
    ({ name, needs }): MarkedTheme => ({
      name,
      needs: needs.map(({ id, number }) => ({
        id,
        number,
        people: [...new Set((byNeed.get(id) ?? []).map(({ personId }) => personId))],
      })),
    }),
  );
  return { figures: shownPriorities(marked), counted: { at: now.toISOString(), people: last.size } };
}

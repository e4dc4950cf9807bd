import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Db, Reader, Tx } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { themeEvent } from "../tables.ts";
import { noThemes, replay, type ThemeOperation, type Themes } from "./theme-history.ts";
import type { Done } from "./theme-undo.ts";

type StoredDone = Done & {
  readonly id: number;
  readonly byId: PersonId | null;
  /** Placed by the machine. */
  readonly sure: boolean;
};

/** All that was done with the themes of a dialogue, in order, and what it comes to. */
export interface History {
  readonly done: readonly StoredDone[];
  readonly state: Themes;
}
const noHistory: History = { done: [], state: noThemes };

const lastOf = ({ done }: History): number => done.at(-1)?.id ?? 0;

/** So many at a time, so that nobody waits for it. */
const pageSize = 1_000;

/**
 * Reads on from where a history ended; the one given stays as it is. All of it the first time, a few lines after that.
 * @throws RangeError when what is stored cannot be what was done
 */
export async function follow(db: Reader, dialogueId: DialogueId, from: History = noHistory): Promise<History> {
  let history = from;
  for (;;) {
    const rows = await db
      .select({ id: themeEvent.id, kind: themeEvent.kind, payload: themeEvent.payload, byId: themeEvent.byId })
      .from(themeEvent)
      .where(and(eq(themeEvent.dialogueId, dialogueId), gt(themeEvent.id, lastOf(history))))
      .orderBy(asc(themeEvent.id))
      .limit(pageSize);
    if (rows.length === 0) return history;
    const more = rows.map(({ id, kind, payload, byId }): StoredDone => {
      const { step, undoes = null, sure, ...operation } = payload as { step: number; undoes?: number; sure?: number };
      // Written by `keep` only.
      return { id, byId, step, undoes, sure: sure !== undefined, operation: { kind, ...operation } as unknown as ThemeOperation };
    });
    const state = replay(
      more.map(({ operation }) => operation),
      history.state,
    );
    history = { done: [...history.done, ...more], state };
    if (rows.length < pageSize) return history;
  }
}

const known = new WeakMap<Db, Map<DialogueId, History>>();
const mostDialogues = 3;

/** The history as it stands within a change: its dialogue's line is held, so that nothing can be added meanwhile. */
export async function historyNow(db: Db, tx: Tx, dialogueId: DialogueId): Promise<History> {
  const all = known.get(db) ?? new Map<DialogueId, History>();
  known.set(db, all);
  const before = all.get(dialogueId);
  const now = await follow(tx, dialogueId, before);
  all.delete(dialogueId); // the last used stands last
  all.set(dialogueId, now);
  for (const oldest of all.keys()) {
    if (all.size <= mostDialogues) break;
    all.delete(oldest);
  }
  return now;
}

interface At {
  readonly dialogueId: DialogueId;
  readonly by: PersonId;
  /** What holds together what one press of a button did. */
  readonly step: number;
  /** The step that this one puts back. */
  readonly undoes: number | null;
}

/** Adds to the history, in order; one statement, however many there are. */
export async function keep(
  tx: Tx,
  { dialogueId, by, step, undoes }: At,
  operations: readonly ThemeOperation[],
  sure: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = operations.map(({ kind, ...ids }) => {
    const confidence = "need" in ids ? sure.get(ids.need) : undefined;
    const payload = { ...ids, step, ...(undoes === null ? {} : { undoes }), ...(confidence ? { sure: confidence } : {}) };
    return { kind, payload };
  });
  await tx.execute(sql`
    insert into theme_event (dialogue_id, kind, payload, by_id)
    select ${dialogueId}::uuid, line->>'kind', line->'payload', ${by}::uuid
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as lines(line, place) order by place`);
}

import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { makeSimilarIndex, type SimilarIndex } from "../method/text/similar.ts";
import type { Db, Reader } from "../platform/database/change.server.ts";
import type { Doorbell } from "../platform/database/doorbell.server.ts";
import type { ContributionId, DialogueId } from "../platform/ids.ts";
import { readableAmong } from "./reading.server.ts";
import type { Seen } from "./seen.ts";
import { groupsOf } from "./table.server.ts";
import { mayTakePart, type Writer } from "./writer.server.ts";

declare module "../platform/services.server.ts" {
  interface Services {
    readonly similar: SimilarNeeds;
  }
}

/** Needs that resemble what somebody is writing, for "Herkent u dit?". */
export interface SimilarNeeds {
  /**
   * At most three needs of others that the writer may read, the most similar first; none when nothing is near. What is private,
   * hidden, withdrawn or erased is never among them: each is read anew from the database.
   * @throws Refused removed, ended, not-live
   */
  nearest(writer: Writer, text: string): Promise<Seen[]>;
  close(): void;
}

const shown = 3;
/** Less is chance. */
const similarFrom = 0.2;
/** More than are shown: of the nearest, some may not be read by this person. */
const candidates = 40;
const slice = 20;
const mostDialogues = 20;
/** More of a text is not looked at. */
const longest = 1_000;

interface Held {
  readonly index: SimilarIndex;
  seq: number;
  /** The last update; the next waits for it. */
  ready: Promise<void>;
  stale: boolean;
}

/** Holds an index of needs per dialogue: filled with the first question, kept up with each ring of the doorbell. */
export function openSimilarNeeds({ db, doorbell }: { readonly db: Db; readonly doorbell: Pick<Doorbell, "on"> }): SimilarNeeds {
  const held = new Map<DialogueId, Held>();
  const deaf = doorbell.on(({ scope, kind }) => {
    if (kind !== "change") return;
    for (const [dialogueId, one] of held) if (scope === "*" || scope === dialogueId) one.stale = true;
  });

  async function indexOf(dialogueId: DialogueId): Promise<SimilarIndex> {
    const one = held.get(dialogueId) ?? {
      index: makeSimilarIndex({ split: () => [] }),
      seq: 0,
      ready: Promise.resolve(),
      stale: true,
    };
    held.delete(dialogueId); // the last asked for stands last
    held.set(dialogueId, one);
    for (const oldest of held.keys()) {
      if (held.size <= mostDialogues) break;
      held.delete(oldest);
    }
    if (one.stale) {
      one.stale = false;
      one.ready = one.ready
        .catch(() => {})
        .then(() => update(db, dialogueId, one))
        .catch((fault: unknown) => {
          one.stale = true;
          throw fault;
        });
    }
    await one.ready;
    return one.index;
  }

  return {
    async nearest(writer, text) {
      await mayTakePart(db, writer);
      const index = await indexOf(writer.dialogueId);
      const near = index.nearest(text.slice(0, longest), candidates).filter(({ similarity }) => similarity >= similarFrom);
      if (near.length === 0) return [];
      const ids = near.map(({ id }) => id as ContributionId); // put there from the database
      const tables = await groupsOf(db, writer.sessionId, writer.personId);
      const found = new Map((await readableAmong(db, writer, tables, ids)).map((seen) => [seen.id, seen]));
      return ids.flatMap((id) => found.get(id) ?? []).slice(0, shown);
    },
    close: deaf,
  };
}

/** What changed since the index was last brought up to date; all of it when that cannot be told from the line. */
async function update(db: Reader, dialogueId: DialogueId, one: Held): Promise<void> {
  const end = await db.execute<{ seq: string }>(sql`select seq from ledger where scope = ${dialogueId}::uuid`);
  const until = Number(end.rows[0]?.seq ?? 0);
  const changed = one.seq === 0 ? null : await changedSince(db, dialogueId, one.seq);
  if (changed === null) await readAll(db, dialogueId, one.index);
  else if (changed.length > 0) await readSome(db, changed, one.index);
  one.seq = until;
}

/** These touch more than the subject they name. */
const wide = ["person.erase", "dialogue.import", "words.redact"];

/** Ids of contributions; null when a change may have touched any. */
async function changedSince(db: Reader, dialogueId: DialogueId, seq: number): Promise<string[] | null> {
  const { rows } = await db.execute<{ id: string; known: boolean }>(sql`
    select distinct subject_id as id, not (what = any(${sql.param([...wide])}::text[])) as known from audit
    where scope = ${dialogueId}::uuid and seq > ${seq}
      and (subject_kind = 'contribution' or what = any(${sql.param([...wide])}::text[]))`);
  return rows.every(({ known }) => known) ? rows.map(({ id }) => id) : null;
}

interface NeedRow extends Record<string, unknown> {
  readonly id: string;
  readonly text: string;
  readonly open: boolean;
}
const columns = sql`id, text, kind = 'need' and state = 'visible' and shared <> 'private' as open`;

async function readSome(db: Reader, ids: readonly string[], index: SimilarIndex): Promise<void> {
  const { rows } = await db.execute<NeedRow>(sql`
    select ${columns} from contribution where id = any(${sql.param([...ids])}::uuid[])`);
  await put(rows, index);
}

/** Page by page, so that nobody waits for it. */
async function readAll(db: Reader, dialogueId: DialogueId, index: SimilarIndex): Promise<void> {
  let after = -1;
  for (;;) {
    const { rows } = await db.execute<NeedRow & { number: number }>(sql`
      select number, ${columns} from contribution where dialogue_id = ${dialogueId}::uuid and number > ${after} order by number limit 200`);
    await put(rows, index);
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
  }
}

async function put(rows: readonly NeedRow[], index: SimilarIndex): Promise<void> {
  for (const [at, { id, text, open }] of rows.entries()) {
    if (open) index.put(id, text);
    else index.remove(id);
    if (at % slice === slice - 1) await nextTurn();
  }
}

import { inArray } from "drizzle-orm";
import { z } from "zod";
import { person } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { type Doorbell, sayWord } from "../../platform/database/doorbell.server.ts";
import type { BlockId, DialogueId, PersonId } from "../../platform/ids.ts";

declare module "../../platform/services.server.ts" {
  interface Services {
    readonly writers: Writers;
  }
}

/** Who has which text of the report open to write in, in whatever process. Kept in memory only, and for some seconds. */
export interface Writers {
  say(dialogueId: DialogueId, personId: PersonId, block: BlockId): Promise<void>;
  /** Of others, who was there last first. */
  of(dialogueId: DialogueId, but: PersonId): readonly { readonly personId: PersonId; readonly block: BlockId }[];
  close(): void;
}

/** A browser says it every five seconds; one that lost its line for a moment is still there. */
const goneAfterMs = 15_000;

const word = z.object({
  writes: z.uuid().transform((id) => id as DialogueId),
  person: z.uuid().transform((id) => id as PersonId),
  block: z.uuid().transform((id) => id as BlockId),
});

/** @param now in milliseconds, for tests */
export function openWriters(
  { db, doorbell }: { readonly db: Reader; readonly doorbell: Pick<Doorbell, "onWord"> },
  now: () => number = Date.now,
): Writers {
  const seen = new Map<DialogueId, Map<PersonId, { readonly block: BlockId; readonly at: number }>>();
  const deaf = doorbell.onWord((payload) => {
    const read = word.safeParse(parsed(payload));
    if (!read.success) return;
    const { writes, person: who, block } = read.data;
    const people = seen.get(writes) ?? new Map();
    people.delete(who);
    people.set(who, { block, at: now() });
    for (const [id, { at }] of people) if (at < now() - goneAfterMs) people.delete(id);
    seen.set(writes, people);
  });
  return {
    say: (writes, who, block) => sayWord(db, JSON.stringify({ writes, person: who, block })),
    of(dialogueId, but) {
      const since = now() - goneAfterMs;
      return [...(seen.get(dialogueId) ?? [])]
        .filter(([id, { at }]) => id !== but && at > since)
        .map(([personId, { block }]) => ({ personId, block }))
        .reverse();
    },
    close: deaf,
  };
}

export async function namedWriters(db: Reader, writers: ReturnType<Writers["of"]>) {
  if (writers.length === 0) return [];
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(
      inArray(
        person.id,
        writers.map(({ personId }) => personId),
      ),
    );
  return writers.map(({ personId, block }) => ({ block, name: rows.find(({ id }) => id === personId)?.name ?? "" }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not one of ours
  }
}

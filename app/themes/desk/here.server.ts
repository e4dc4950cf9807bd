import { z } from "zod";
import type { Reader } from "../../platform/database/change.server.ts";
import { type Doorbell, sayWord } from "../../platform/database/doorbell.server.ts";
import type { DialogueId, PersonId, ThemeId } from "../../platform/ids.ts";
import type { Spot } from "./here.ts";

declare module "../../platform/services.server.ts" {
  interface Services {
    readonly here: WhoIsHere;
  }
}

/** Who works on the themes of a dialogue now, in whatever process. Kept in memory only, and for a minute. */
export interface WhoIsHere {
  say(dialogueId: DialogueId, personId: PersonId, spot: Spot | "gone"): Promise<void>;
  /** Says again where somebody was last seen. */
  still(dialogueId: DialogueId, personId: PersonId): Promise<void>;
  of(dialogueId: DialogueId): ReadonlyMap<PersonId, Spot>;
  on(hear: (dialogueId: DialogueId) => void): () => void;
  close(): void;
}

/** Nobody who says nothing for so long is still there. */
const goneAfterMs = 60_000;

const word = z.object({
  desk: z.uuid().transform((id) => id as DialogueId),
  person: z.uuid().transform((id) => id as PersonId),
  spot: z.union([
    z.literal("gone"),
    z.object({
      need: z.number().nullable(),
      theme: z
        .uuid()
        .transform((id) => id as ThemeId)
        .nullable(),
    }),
  ]),
});

export function openWhoIsHere({ db, doorbell }: { readonly db: Reader; readonly doorbell: Doorbell }): WhoIsHere {
  const seen = new Map<DialogueId, Map<PersonId, { readonly spot: Spot; readonly at: number }>>();
  const hearers = new Set<(dialogueId: DialogueId) => void>();
  const deaf = doorbell.onWord((payload) => {
    const read = word.safeParse(parsed(payload));
    if (!read.success) return;
    const { desk, person, spot } = read.data;
    const people = seen.get(desk) ?? new Map();
    const before = people.get(person)?.spot;
    if (spot === "gone") people.delete(person);
    else people.set(person, { spot, at: Date.now() });
    if (people.size === 0) seen.delete(desk);
    else seen.set(desk, people);
    if (JSON.stringify(before) !== JSON.stringify(spot === "gone" ? undefined : spot)) for (const hear of hearers) hear(desk);
  });
  // one after the other: "gone" must not be overtaken by what was said before it
  let turn: Promise<void> = Promise.resolve();
  const say: WhoIsHere["say"] = (desk, person, spot) => {
    const said = turn.then(() => sayWord(db, JSON.stringify({ desk, person, spot })));
    turn = said.catch(() => {});
    return said;
  };
  return {
    say,
    async still(desk, person) {
      const spot = seen.get(desk)?.get(person)?.spot;
      await say(desk, person, spot ?? { need: null, theme: null });
    },
    of(desk) {
      const since = Date.now() - goneAfterMs;
      const here = [...(seen.get(desk) ?? [])].filter(([, { at }]) => at > since);
      return new Map(here.map(([person, { spot }]) => [person, spot]));
    },
    on(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    close: deaf,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // not one of ours
  }
}

import { z } from "zod";
import type { GroupId, PersonId, StepId } from "../../platform/ids.ts";

const onderdeel = z.uuid("gone").transform((value) => value as StepId);
const mens = z.uuid("no-such-person").transform((value) => value as PersonId);
const deelgroep = z.uuid("no-such-group").transform((value) => value as GroupId);

/** What the page of the groups sends. Its messages are codes; `messages/cockpit.ts` has the words. */
export const dealForm = z.discriminatedUnion(
  "doen",
  [
    z.object({ doen: z.enum(["propose", "discard", "show", "repair", "seat-rest", "undo"]), onderdeel }),
    z.object({ doen: z.literal("move"), onderdeel, mens, deelgroep }),
    z.object({ doen: z.enum(["lock", "unlock"]), onderdeel, mens }),
    z.object({ doen: z.enum(["lock-group", "unlock-group"]), onderdeel, deelgroep }),
    z.object({ doen: z.enum(["swap", "together", "apart", "no-wish"]), onderdeel, mens, ander: mens }),
  ],
  { error: "other" },
);
export type DealWish = z.output<typeof dealForm>;

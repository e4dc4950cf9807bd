import { z } from "zod";
import type { Db } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { eraseDialogue, refuseErasure } from "./erase-dialogue.server.ts";

/** What can be done with a question to erase a dialogue. */
export const settleForm = [
  z.object({ doen: z.literal("erase"), title: z.string().trim().min(1, "missing").max(300, "long") }),
  z.object({ doen: z.literal("keep") }),
] as const;
type Settled = z.output<(typeof settleForm)[number]>;

export async function settle(db: Db, at: { dialogueId: DialogueId; by: PersonId }, what: Settled): Promise<"erased" | "kept"> {
  if (what.doen === "keep") {
    await refuseErasure(db, at);
    return "kept";
  }
  await eraseDialogue(db, at, what.title);
  return "erased";
}

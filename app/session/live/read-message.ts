import { z } from "zod";
import type { SessionId } from "../../platform/ids.ts";
import type { TalkPlace } from "../talk/said.ts";
import type { ClientMessage } from "./protocol.ts";
import { audiences } from "./view.ts";

// Apart from the protocol itself: a browser needs its words, not the reading of them.
const hello = z.object({
  type: z.literal("hello"),
  protocol: z.number().int(),
  session: z.uuid().transform((id) => id as SessionId),
  as: z.enum(audiences),
  have: z
    .object({
      epoch: z.string().max(40),
      seq: z.number().int().min(0),
      talk: z
        .object({
          n: z.number().int().min(0),
          place: z
            .string()
            .max(40)
            .transform((place) => place as TalkPlace),
        })
        .optional(),
    })
    .optional(),
});
const beat = z.object({ type: z.literal("beat"), sentAt: z.number() });
const clientMessage = z.discriminatedUnion("type", [hello, beat]);

/** null when it is no message of ours */
export function readMessage(text: string): ClientMessage | null {
  try {
    const read = clientMessage.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

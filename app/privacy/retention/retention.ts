import { z } from "zod";
import type { DialogueId } from "../../platform/ids.ts";

/**
 * What goes by itself:
 * - links: that ended or are too old, with their hashes
 * - devices: signed out, ended or expired
 * - mail: that was sent, failed or is no longer needed, with what the mailbox holds of it
 * - words: of archived dialogues, what was never shown to all: talk, and needs that stayed private or at one table
 * - people: of archived dialogues, who somebody was; what they said to all stays, without a person
 */
export const retentionKinds = ["links", "devices", "mail", "words", "people"] as const;
export type RetentionKind = (typeof retentionKinds)[number];
export type Terms = Readonly<Record<RetentionKind, number>>;

/** In days: of links, devices and mail since they ended; of words and people since the dialogue was archived. */
export const usualTerms: Terms = { links: 30, devices: 90, mail: 90, words: 365, people: 365 };

const days = z.coerce.number("number").int("number").min(7, "number").max(3650, "number");
const dialogue = z.uuid("missing").transform((value) => value as DialogueId);
export const termsShape = z.object({ links: days, devices: days, mail: days, words: days, people: days });

export const retentionForm = z.discriminatedUnion(
  "doen",
  [
    termsShape.extend({ doen: z.literal("terms") }),
    z.object({
      doen: z.literal("hold"),
      dialogue,
      reason: z.string().trim().min(1, "missing").max(300, "long"),
    }),
    z.object({ doen: z.literal("release"), dialogue }),
  ],
  { error: "missing" },
);

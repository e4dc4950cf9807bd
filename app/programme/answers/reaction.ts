import { z } from "zod";
import type { Standing } from "../../disclosure/lots.ts";
import { type History, type Telling, tellNext } from "../../disclosure/tell.ts";
import { typedProse } from "../../platform/typed-text.ts";

/** Whether an item would help in somebody's own work. */
export const reactions = ["fits", "conditions", "not", "not-mine"] as const;
export type Reaction = (typeof reactions)[number];

const reactionLimit = 600;

/** What somebody says of an item; who says "under conditions" says which. */
export const reactionShape = z
  .object({
    item: z.uuid("missing"),
    fit: z.enum(reactions, "missing"),
    text: typedProse({ max: reactionLimit }),
  })
  .refine(({ fit, text }) => fit !== "conditions" || text !== "", { path: ["text"], error: "condition" });

/** What was told of the reactions to an item. */
export type ReactionFigures = Telling<Reaction, never>["figures"];
export type ReactionHistory = History;

interface Reacted {
  readonly fit: Reaction;
  readonly at: Date;
}

/**
 * The next figures of an item, or null to go on with the former ones: all together only, in steps of five people, and nothing that
 * singles somebody out beside what was told before [PR15].
 */
export function nextReactions(
  before: { readonly figures: ReactionFigures; readonly history: ReactionHistory } | null,
  all: readonly Reacted[],
  now: Date,
): Telling<Reaction, never> | null {
  const moments = before?.history.moments ?? [];
  const standing = all.map(
    ({ fit, at }): Standing => ({
      ...{ field: "", party: "", choice: fit, fit: null, people: 1 },
      since: moments.filter((moment) => new Date(moment.at).getTime() < at.getTime()).length,
    }),
  );
  const columns = { ballots: [...reactions], fits: [] };
  return tellNext<Reaction, never>(before, standing, columns, { fields: [], parties: [] }, now.toISOString(), "total");
}

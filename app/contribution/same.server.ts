import { and, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import type { ContributionId } from "../platform/ids.ts";
import { backing, contribution } from "./tables.ts";
import type { Writer } from "./writer.server.ts";

type Other = Pick<typeof contribution.$inferSelect, "id" | "sameAs">;

/**
 * One's own need becomes other words for that of somebody else, behind which one stands from now on. Of a need that is itself other
 * words, for the one it was found to be the same as, so that all lie beneath one need.
 * @param other null: it is gone, and nothing is linked
 */
export async function linkSame(tx: Tx, writer: Writer, id: ContributionId, other: Other | null): Promise<void> {
  if (!other) return;
  await tx.insert(backing).values({ contributionId: other.id, personId: writer.personId }).onConflictDoNothing();
  const root = await rootOf(tx, other);
  // Two people who find each other's the same at one moment: the first of them did it.
  if (root === id) return;
  if (root !== other.id)
    await tx.insert(backing).values({ contributionId: root, personId: writer.personId }).onConflictDoNothing();
  await tx.update(contribution).set({ sameAs: root, updatedAt: sql`now()` }).where(eq(contribution.id, id));
  // What others found the same as this one lies there too.
  await tx.update(contribution).set({ sameAs: root }).where(eq(contribution.sameAs, id));
}

/** A need by itself again. Who has still other words beneath the same need goes on standing behind it. */
export async function unlinkSame(tx: Tx, writer: Writer, id: ContributionId, sameAs: ContributionId): Promise<void> {
  const { personId } = writer;
  await tx.update(contribution).set({ sameAs: null, updatedAt: sql`now()` }).where(eq(contribution.id, id));
  const [another] = await tx
    .select({ id: contribution.id })
    .from(contribution)
    .where(and(matches(contribution, { sameAs, personId }), ne(contribution.state, "withdrawn")));
  if (another) return;
  await tx.delete(backing).where(matches(backing, { contributionId: sameAs, personId }));
}

/** The need beneath which it lies; what lies there is never deeper than one, so this looks once. */
async function rootOf(tx: Tx, { id, sameAs }: Other): Promise<ContributionId> {
  if (!sameAs) return id;
  const [above] = await tx
    .select({ personId: contribution.personId, state: contribution.state })
    .from(contribution)
    .where(eq(contribution.id, sameAs));
  return above?.state === "visible" ? sameAs : id;
}

import { change, type Db, type Tx } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { ContributionId } from "../platform/ids.ts";
import { canBeBacked } from "./contribution.ts";
import { deedOf, mine, readable } from "./readable.server.ts";
import { linkSame, unlinkSame } from "./same.server.ts";
import { backing, contribution } from "./tables.ts";
import { mayTakePart, partOf, type Writer } from "./writer.server.ts";

/** "Dit herken ik": stands behind what somebody else wrote, or no longer. */
export async function backContribution(db: Db, writer: Writer, id: ContributionId, stands: boolean): Promise<void> {
  const seen = await readable(db, writer, id);
  const key = matches(backing, { contributionId: id, personId: writer.personId });
  if ((await db.select().from(backing).where(key)).length > 0 === stands) return;
  await change(db, deedOf(writer, stands ? "contribution.back" : "contribution.unback", id), async (tx) => {
    await mayTakePart(tx, writer, partOf(seen.kind, "shared"));
    if (seen.personId === writer.personId) throw new Refused("own");
    if (!canBeBacked(seen.kind)) throw new Refused("unknown", 422);
    if (stands) await tx.insert(backing).values({ contributionId: id, personId: writer.personId }).onConflictDoNothing();
    else {
      await tx.delete(backing).where(key);
      // One's own words for it are a need by themselves again.
      await tx
        .update(contribution)
        .set({ sameAs: null })
        .where(matches(contribution, { sameAs: id, personId: writer.personId }));
    }
  });
}

/**
 * "Mijn behoefte is dezelfde": stands behind somebody else's need, and keeps one's own as other words for it; or null, "toch
 * anders": it is a need by itself, and one stands behind the other no longer. Done twice it is done once.
 * @throws Refused not-yours, own, gone, and what taking part asks
 */
export async function markSame(db: Db, writer: Writer, id: ContributionId, other: ContributionId | null): Promise<void> {
  const own = await mine(db, writer, id);
  if (own.sameAs === other) return;
  await change(db, deedOf(writer, other ? "contribution.same" : "contribution.differ", id), async (tx, { unchanged }) => {
    const { state, kind, sameAs } = await mine(tx, writer, id);
    await mayTakePart(tx, writer, "own");
    if (kind !== "need") throw new Refused("unknown", 422);
    if (state !== "visible") throw new Refused("gone");
    if (other) return linkSame(tx, writer, id, await needOfOthers(tx, writer, other));
    if (!sameAs) return unchanged(undefined);
    await unlinkSame(tx, writer, id, sameAs);
  });
}

/** @throws Refused not-yours, own, unknown */
export async function needOfOthers(tx: Tx, writer: Writer, id: string) {
  const row = await readable(tx, writer, id as ContributionId);
  if (row.personId === writer.personId) throw new Refused("own");
  if (row.kind !== "need") throw new Refused("unknown", 422);
  return row;
}

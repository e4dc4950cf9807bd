import { change, type Db, deedBy, type Tx } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { ContributionId, DialogueId, PersonId, SessionId } from "../platform/ids.ts";
import { settleFlags } from "./flags.server.ts";
import { contribution } from "./tables.ts";

type At = { readonly dialogueId: DialogueId; readonly sessionId: SessionId };

/** What was hidden or redacted just now, and whose it is. */
export interface Told {
  readonly id: ContributionId;
  readonly personId: PersonId | null;
  readonly sessionId: SessionId;
  readonly now: Date;
}

/**
 * A facilitator takes a contribution from the screens, with a reason that its writer reads. It is kept, and can come back.
 * @param tell its writer, in the same transaction
 */
export async function hideContribution(
  db: Db,
  at: At,
  who: PersonId,
  id: ContributionId,
  reason: string,
  tell: (tx: Tx, told: Told) => Promise<void> = async () => {},
): Promise<void> {
  await moderate(
    db,
    at,
    who,
    id,
    "contribution.hide",
    { from: "visible", to: { state: "hidden", hiddenReason: reason, hiddenBy: who } },
    tell,
  );
}

export async function unhideContribution(db: Db, at: At, who: PersonId, id: ContributionId): Promise<void> {
  await moderate(db, at, who, id, "contribution.unhide", {
    from: "hidden",
    to: { state: "visible", hiddenReason: null, hiddenBy: null },
  });
}

type Move = {
  readonly from: "visible" | "hidden";
  readonly to: Partial<Pick<typeof contribution.$inferInsert, "state" | "hiddenReason" | "hiddenBy">>;
};

/** Done already, or withdrawn by its writer meanwhile: nothing changes. */
async function moderate(
  db: Db,
  at: At,
  who: PersonId,
  id: ContributionId,
  what: string,
  { from, to }: Move,
  tell?: (tx: Tx, told: Told) => Promise<void>,
): Promise<void> {
  const deed = deedBy(who, at.dialogueId, what, "contribution", id);
  await change(db, deed, async (tx, { now, unchanged }) => {
    const found = await tx
      .update(contribution)
      .set(to)
      .where(matches(contribution, { id, sessionId: at.sessionId, state: from }))
      .returning({ id: contribution.id, personId: contribution.personId });
    if (found.length > 0 && to.state === "hidden") await settleFlags(tx, at, who, id, "hidden", to.hiddenReason ?? "");
    for (const { personId } of found) await tell?.(tx, { id, personId, sessionId: at.sessionId, now });
    if (found.length > 0) return;
    const [known] = await tx
      .select({ id: contribution.id })
      .from(contribution)
      .where(matches(contribution, { id, sessionId: at.sessionId }));
    if (!known) throw new Refused("gone", 404);
    unchanged(undefined);
  });
}

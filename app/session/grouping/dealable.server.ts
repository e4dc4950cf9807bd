import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { measure, membership, registration } from "../../dialogue/people/tables.ts";
import { dialogue } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import { accessNeed } from "../../prepare/registration/tables.ts";
import { groupsIn } from "../group/groups.server.ts";
import { grouping, seatWish } from "../group/tables.ts";
import type { Attribute, Dealt, Pair } from "./deal.ts";
import { pairsOf } from "./deal-quality.ts";

export const mix: readonly Attribute[] = ["field", "party", "organisation", "area"];

/**
 * Who has a place and may be dealt: not who was put out, and not the team, which is outside the count. In a consultation who leads it
 * brought the case, and sits at the table.
 */
export async function dealable(db: Reader, at: { sessionId: SessionId; dialogueId: DialogueId }): Promise<readonly Dealt[]> {
  const { sessionId } = at;
  const [rows, out, team] = await Promise.all([
    db
      .select({
        personId: registration.personId,
        fieldId: registration.fieldId,
        partyId: registration.partyId,
        organisation: registration.organisation,
        areaCode: registration.areaCode,
        locale: registration.locale,
        needs: accessNeed.kinds,
      })
      .from(registration)
      .leftJoin(accessNeed, eq(accessNeed.registrationId, registration.id))
      .where(matches(registration, { sessionId, state: "admitted" })),
    db
      .select({ personId: measure.personId })
      .from(measure)
      .where(and(matches(measure, { sessionId, kind: "removed" }), isNull(measure.liftedAt))),
    db
      .select({ personId: membership.personId })
      .from(membership)
      .innerJoin(dialogue, and(eq(dialogue.id, membership.dialogueId), eq(dialogue.consultation, false)))
      .where(and(eq(membership.dialogueId, at.dialogueId), isNotNull(membership.acceptedAt), isNull(membership.endedAt))),
  ]);
  const left = new Set([...out, ...team].map(({ personId }) => personId));
  return rows
    .filter(({ personId }) => !left.has(personId))
    .map(({ personId, fieldId, partyId, organisation, areaCode, locale, needs }) => ({
      id: personId,
      attributes: { field: fieldId ?? "", party: partyId ?? "", organisation: organisation.toLowerCase(), area: areaCode ?? "" },
      textOnly: needs?.includes("text-only") ?? false,
      dutch: locale === "nl",
    }));
}

/** Who sat with whom in this session before; a proposal is not yet a meeting. */
export async function earlierPairs(db: Reader, sessionId: SessionId): Promise<readonly Pair[]> {
  const dealt = await db
    .select({ id: grouping.id })
    .from(grouping)
    .where(matches(grouping, { sessionId, state: "dealt" }));
  const groups = await groupsIn(
    db,
    dealt.map(({ id }) => id),
  );
  return groups.flatMap(({ members }) => pairsOf([...members]));
}

export interface SeatWishes {
  readonly together: readonly Pair[];
  readonly apart: readonly Pair[];
}
export async function seatWishes(db: Reader, sessionId: SessionId): Promise<SeatWishes> {
  const rows = await db.select().from(seatWish).where(eq(seatWish.sessionId, sessionId));
  const of = (kind: "together" | "apart") =>
    rows.filter((row) => row.kind === kind).map(({ aId, bId }): readonly [PersonId, PersonId] => [aId, bId]);
  return { together: of("together"), apart: of("apart") };
}

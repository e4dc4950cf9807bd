import { and, count, eq, gt, isNull, lt, lte } from "drizzle-orm";
import { checkIsOpen } from "../../../dialogue/check-period.ts";
import type { DialogueState } from "../../../dialogue/dialogue.ts";
import { registration } from "../../../dialogue/people/tables.ts";
import { field, party } from "../../../dialogue/tables.ts";
import { writingOutside } from "../../../dialogue/writing-period.ts";
import type { Reader } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { DialogueId, PersonId } from "../../../platform/ids.ts";
import { handOver } from "../../../privacy/hand-over/tables.ts";
import { report, review } from "../../../report/tables.ts";
import { maySession } from "../../planning/session.ts";
import { areaName } from "../form/area-search.server.ts";
import { findOffer } from "../invitations/invitations.server.ts";
import { accessNeed } from "../tables.ts";
import { livingDevices } from "./join.server.ts";
import { listMine } from "./mine.server.ts";
import type { MinePlace } from "./mine-place.ts";

/** Everything a participant's own page shows. */
export async function findMinePage(
  db: Reader,
  who: { readonly personId: PersonId; readonly deviceId: string; readonly dialogueId: DialogueId; readonly state: DialogueState },
) {
  const now = new Date();
  const [rows, devices, handedOver, versions, readings] = await Promise.all([
    listMine(db, who.personId, who.dialogueId),
    livingDevices(db, who.personId, who.dialogueId),
    db.$count(handOver, and(eq(handOver.dialogueId, who.dialogueId), isNull(handOver.doneAt), isNull(handOver.stoppedAt))),
    db.$count(report, eq(report.dialogueId, who.dialogueId)),
    db.$count(review, and(eq(review.dialogueId, who.dialogueId), lte(review.opensAt, now), gt(review.closesAt, now))),
  ]);
  const places = await Promise.all(rows.map((row) => aboutPlace(db, row, who.state)));
  return {
    places,
    reported: versions > 0,
    /** Who took part reads along now. */
    readsAlong: readings > 0,
    /** Another organisation wants to go on with it, and asks who goes along. */
    asksAlong: handedOver > 0,
    devices: devices.map(({ id, name, createdAt, confirmedAt }) => ({
      ...{ id, name, since: createdAt, confirmed: confirmedAt !== null },
      here: id === who.deviceId,
    })),
  };
}

async function aboutPlace(
  db: Reader,
  { registration: mine, session }: Awaited<ReturnType<typeof listMine>>[number],
  dialogue: DialogueState,
): Promise<MinePlace> {
  const [[work], [needs], area, offered, ahead] = await Promise.all([
    db
      .select({ field: field.name, shape: field.shape, party: party.name })
      .from(registration)
      .leftJoin(field, eq(field.id, registration.fieldId))
      .leftJoin(party, eq(party.id, registration.partyId))
      .where(eq(registration.id, mine.id)),
    db.select({ id: accessNeed.registrationId }).from(accessNeed).where(eq(accessNeed.registrationId, mine.id)),
    areaName(db, mine.areaCode, mine.areaYear),
    findOffer(db, mine.id),
    mine.state === "waiting" && mine.queue !== null
      ? db
          .select({ n: count() })
          .from(registration)
          .where(and(matches(registration, { sessionId: mine.sessionId, state: "waiting" }), lt(registration.queue, mine.queue)))
      : null,
  ]);
  const held = ["admitted", "waiting", "confirmed"].includes(mine.state);
  return {
    session: { id: session.id, title: session.title, state: session.state, startsAt: session.startsAt, endsAt: session.endsAt },
    checks: mine.state === "admitted" && checkIsOpen(session, new Date()),
    writes: mine.state === "admitted" ? writingOutside(session, dialogue, new Date()) : null,
    state: mine.state,
    line: ahead ? (ahead[0]?.n ?? 0) + 1 : null,
    ...{ name: mine.name, organisation: mine.organisation, function: mine.function, brings: mine.brings, shownAs: mine.shownAs },
    ...{ field: work?.field ?? "", shape: work?.shape ?? null, party: work?.party ?? "", area, hasNeeds: needs !== undefined },
    offered,
    may: {
      signOff: held && maySession(session.state, "signOff"),
      offer: held && maySession(session.state, "substitute"),
      change: maySession(session.state, "editCard"),
    },
  };
}

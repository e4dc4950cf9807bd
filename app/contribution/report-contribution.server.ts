import { and, isNull } from "drizzle-orm";
import { change, type Db, deedBy } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { ContributionId } from "../platform/ids.ts";
import { openEach, type ReportReason } from "./flag.ts";
import { readable } from "./readable.server.ts";
import { flag } from "./tables.ts";
import { mayTakePart, type Writer } from "./writer.server.ts";

/** "Meld dit". Sent twice it is one. @throws Refused own, flagged-enough, not-yours, and what taking part asks */
export async function reportContribution(
  db: Db,
  writer: Writer,
  id: ContributionId,
  { why, text }: { readonly why: ReportReason; readonly text: string },
): Promise<void> {
  const seen = await readable(db, writer, id);
  if (seen.personId === writer.personId) throw new Refused("own-flag");
  const { dialogueId, sessionId, personId } = writer;
  const deed = deedBy(personId, dialogueId, "flag.report", "contribution", id);
  await change(db, deed, async (tx, { unchanged }) => {
    await mayTakePart(tx, writer);
    const open = await tx
      .select({ subjectId: flag.subjectId })
      .from(flag)
      .where(and(matches(flag, { sessionId, reporterId: personId }), isNull(flag.settledAt)));
    if (open.some(({ subjectId }) => subjectId === id)) return unchanged(undefined);
    if (open.length >= openEach) throw new Refused("flagged-enough");
    await tx
      .insert(flag)
      .values({ dialogueId, sessionId, subjectKind: "contribution", subjectId: id, why, text, reporterId: personId });
  });
}

import { desc } from "drizzle-orm";
import type { Writer } from "../../../contribution/writer.server.ts";
import { change, type Db, deedBy, type Reader } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import { consent } from "../../../prepare/registration/tables.ts";

/** Keeps what somebody read or agreed to, with the version of the text. The same again adds nothing. */
export async function keepConsent(db: Db, { dialogueId, personId }: Writer, purpose: string, textVersion: string): Promise<void> {
  if (await hasConsented(db, { dialogueId, personId }, purpose, textVersion)) return;
  const deed = deedBy(personId, dialogueId, "consent.give", "person", personId);
  await change(db, deed, async (tx) => {
    if (await hasConsented(tx, { dialogueId, personId }, purpose, textVersion)) return;
    await tx.insert(consent).values({ personId, dialogueId, purpose, given: true, textVersion });
  });
}

export async function hasConsented(
  db: Reader,
  { dialogueId, personId }: Pick<Writer, "dialogueId" | "personId">,
  purpose: string,
  textVersion: string,
): Promise<boolean> {
  const [last] = await db
    .select({ given: consent.given })
    .from(consent)
    .where(matches(consent, { personId, dialogueId, purpose, textVersion }))
    .orderBy(desc(consent.id))
    .limit(1);
  return last?.given === true;
}

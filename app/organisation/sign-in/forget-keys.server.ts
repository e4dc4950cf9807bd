import { eq } from "drizzle-orm";
import { endDevices } from "../../dialogue/people/devices.server.ts";
import { findPersonByMail } from "../../dialogue/people/people.server.ts";
import { passkey } from "../../dialogue/people/tables.ts";
import { change, type Db, INSTALLATION } from "../../platform/database/change.server.ts";
import type { PersonId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";

/**
 * For who lost a passkey: all of that person's keys are gone, and they are signed out everywhere. They hear of it by mail, and make a
 * new one when they come by a link.
 * @returns false when nobody with that address has a key
 */
export async function forgetKeys(db: Db, actor: { readonly person: PersonId } | "command", mail: string): Promise<boolean> {
  const who = await findPersonByMail(db, mail);
  if (!who || who.erasedAt) return false;
  const deed = { actor, what: "passkey.forget", subject: { kind: "person", id: who.id as string } };
  return change(db, { scope: INSTALLATION, ...deed }, async (tx, { unchanged, seq }) => {
    const gone = await tx.delete(passkey).where(eq(passkey.personId, who.id)).returning({ id: passkey.id });
    if (gone.length === 0) return unchanged(false);
    await endDevices(tx, who.id, "team");
    await post(tx, { personId: who.id, kind: "team.keys-gone", event: `change:${seq}` });
    return true;
  });
}

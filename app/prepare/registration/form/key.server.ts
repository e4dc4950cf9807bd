import { and, ne } from "drizzle-orm";
import { addDevice, endDevice } from "../../../dialogue/people/devices.server.ts";
import { type Site, signInWithKey } from "../../../dialogue/people/passkeys.server.ts";
import { registration } from "../../../dialogue/people/tables.ts";
import type { Db } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { DialogueId, PersonId } from "../../../platform/ids.ts";
import { livingDevices, mostDevices } from "../my-page/join.server.ts";

/**
 * Comes in with a passkey, as by a personal link; the key itself is the yes that another device asks for. A key of the team will do.
 * @returns the secret for the cookie, or null: the key did not prove itself, or its holder has no registration here
 */
export const comeInWithKey = (
  db: Db,
  site: Site,
  answer: unknown,
  at: { readonly dialogueId: DialogueId; readonly device: string },
) =>
  signInWithKey(db, site, answer, {
    isWelcome: ({ personId }) => isRegistered(db, personId, at.dialogueId),
    letIn: async (tx, { personId }) => {
      const { dialogueId, device: name } = at;
      for (const { id } of (await livingDevices(tx, personId, dialogueId)).slice(mostDevices - 1))
        await endDevice(tx, personId, id);
      return (await addDevice(tx, "participant", personId, { dialogueId, name, way: "passkey" })).token;
    },
  });

async function isRegistered(db: Db, personId: PersonId, dialogueId: DialogueId): Promise<boolean> {
  const mine = and(matches(registration, { personId, dialogueId }), ne(registration.state, "pending"));
  return (await db.$count(registration, mine)) > 0;
}

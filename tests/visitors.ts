import { sql } from "drizzle-orm";
import { addDevice } from "../app/dialogue/people/devices.server.ts";
import type { TeamRole } from "../app/dialogue/people/role.ts";
import { membership } from "../app/dialogue/people/tables.ts";
import { person } from "../app/dialogue/tables.ts";
import type { Db } from "../app/platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../app/platform/ids.ts";

/** Puts somebody in the team. @returns the cookie of their device */
export async function teamCookie(
  db: Db,
  role: TeamRole,
  dialogueId: DialogueId | null,
  who: { readonly name: string; readonly mail: string } = { name: role, mail: `${role}@team.example` },
): Promise<string> {
  return db.transaction(async (tx) => {
    const [row] = await tx.insert(person).values(who).returning({ id: person.id });
    if (!row) throw new Error(role);
    await tx.insert(membership).values({ personId: row.id, role, dialogueId, acceptedAt: sql`now()` });
    return `__Host-team=${(await addDevice(tx, "team", row.id, { name: "test" })).token}`;
  });
}

/** A device of somebody with a registration. @returns its cookie */
export async function guestCookie(db: Db, personId: PersonId, dialogueId: DialogueId, confirmed = true): Promise<string> {
  return db.transaction(
    async (tx) => `__Host-mee=${(await addDevice(tx, "participant", personId, { name: "test", dialogueId, confirmed })).token}`,
  );
}

/** A form as a page of ours posts it. */
export function postForm(
  url: string,
  cookie: string,
  fields: Readonly<Record<string, string>> | URLSearchParams,
): Promise<Response> {
  return fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: new URL(url).origin },
    body: new URLSearchParams(fields),
  });
}

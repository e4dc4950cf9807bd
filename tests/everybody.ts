import { eq, sql } from "drizzle-orm";
import { addDevice } from "../app/dialogue/people/devices.server.ts";
import { type Role, type TeamRole, teamRoles } from "../app/dialogue/people/role.ts";
import { device, measure, membership, registration } from "../app/dialogue/people/tables.ts";
import { person } from "../app/dialogue/tables.ts";
import type { Db } from "../app/platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../app/platform/ids.ts";
import type { World } from "./world.ts";

/** Everybody who may come by, and what they are in the dialogue at hand. */
const visitors = {
  nobody: ["anyone"],
  administrator: ["anyone", "signed-in", "administrator"],
  creator: ["anyone", "signed-in", "creator"],
  organiser: ["anyone", "signed-in", "organiser"],
  facilitator: ["anyone", "signed-in", "facilitator"],
  analyst: ["anyone", "signed-in", "analyst"],
  "note-taker": ["anyone", "signed-in", "note-taker"],
  observer: ["anyone", "signed-in", "observer"],
  participant: ["anyone", "registrant", "participant"],
  "waiting registrant": ["anyone", "registrant"],
  "participant on a device that is not confirmed": ["anyone"],
  "participant who was removed": ["anyone", "registrant"],
  "organiser of another dialogue": ["anyone", "signed-in"],
  "participant of another dialogue": ["anyone"],
  "somebody with an ended device": ["anyone"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Visitor = keyof typeof visitors;
export const everybody = Object.keys(visitors) as Visitor[];
export const rolesOfVisitor = (who: Visitor): ReadonlySet<Role> => new Set(visitors[who]);

/** Signs each of them in. @returns their cookies */
export async function signEverybodyIn(db: Db, here: World, elsewhere: World): Promise<Readonly<Record<Visitor, string>>> {
  return db.transaction(async (tx) => {
    const jar: Partial<Record<Visitor, string>> = { nobody: "" };
    const member = async (name: Visitor, role: TeamRole, dialogueId: DialogueId | null) => {
      const [made] = await tx
        .insert(person)
        .values({ name, mail: `${name.replaceAll(" ", ".")}@team.example` })
        .returning({ id: person.id });
      if (!made) throw new Error(name);
      await tx.insert(membership).values({ personId: made.id, role, dialogueId, acceptedAt: sql`now()` });
      jar[name] = `__Host-team=${(await addDevice(tx, "team", made.id, { name: "test" })).token}`;
    };
    const guest = async (name: Visitor, world: World, at: number, confirmed = true) => {
      const { dialogueId, people } = world;
      const { id, token } = await addDevice(tx, "participant", people[at] as PersonId, { name: "test", dialogueId, confirmed });
      jar[name] = `__Host-mee=${token}`;
      return id;
    };
    for (const role of teamRoles) await member(role, role, role === "administrator" ? null : here.dialogueId);
    await member("creator", "organiser", null);
    await member("organiser of another dialogue", "organiser", elsewhere.dialogueId);
    await guest("participant", here, 1);
    await guest("participant on a device that is not confirmed", here, 2, false);
    await guest("waiting registrant", here, 3);
    await tx
      .update(registration)
      .set({ state: "waiting" })
      .where(eq(registration.id, here.registrations[3] as never));
    await guest("participant who was removed", here, 4);
    const [personId, byId] = [here.people[4] as PersonId, here.people[0] as PersonId];
    await tx.insert(measure).values({ sessionId: here.sessionId, personId, byId, kind: "removed", reason: "test" });
    const ended = await guest("somebody with an ended device", here, 5);
    await tx.update(device).set({ endedAt: sql`now()` }).where(eq(device.id, ended));
    await guest("participant of another dialogue", elsewhere, 1);
    return jar as Record<Visitor, string>;
  });
}

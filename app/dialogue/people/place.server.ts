import { and, eq, isNull } from "drizzle-orm";
import { coalesceReads } from "../../platform/cache/coalesce-reads.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { SessionId } from "../../platform/ids.ts";
import type { Place, Visit } from "../access/context.server.ts";
import { dialogue, session } from "../tables.ts";
import { rolesOf } from "./members.server.ts";
import type { Role } from "./role.ts";
import { measure, registration } from "./tables.ts";

/** The same for a whole hall that comes at once. */
const placeAt = coalesceReads((db: Reader, id: SessionId) =>
  db
    .select({ dialogue, session })
    .from(session)
    .innerJoin(dialogue, eq(dialogue.id, session.dialogueId))
    .where(eq(session.id, id)),
);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Finds what the parameters `dialogue` (slug) and `session` (id) point at, and what the visitor may be there.
 * @returns "missing" when they point at nothing
 */
export async function findPlace(
  db: Reader,
  params: { dialogue?: string; session?: string },
  visit: Visit,
): Promise<Place | "missing"> {
  if (params.session !== undefined && !uuid.test(params.session)) return "missing";
  const [found] = params.session
    ? await placeAt(db, params.session as SessionId)
    : params.dialogue
      ? (await db.select().from(dialogue).where(eq(dialogue.slug, params.dialogue))).map((row) => ({
          dialogue: row,
          session: null,
        }))
      : [{ dialogue: null, session: null }];
  if (!found) return "missing";
  if (params.dialogue && params.session && found.dialogue?.slug !== params.dialogue) return "missing";

  const roles = new Set<Role>(["anyone"]);
  if (visit.team?.atDoor) roles.add("at-door");
  else if (visit.team) {
    // A rehearsal has the team of the dialogue that is rehearsed.
    const team = found.dialogue?.rehearsalOf ?? found.dialogue?.id;
    const held = await rolesOf(db, visit.team.personId, team);
    roles.add("signed-in");
    for (const { role, dialogueId } of held) {
      if (dialogueId !== null && dialogueId === team) roles.add(role);
      if (dialogueId === null && role === "administrator") roles.add("administrator");
      if (dialogueId === null && role === "organiser") roles.add("creator");
    }
  }
  const mine =
    visit.guest && found.dialogue
      ? await registrationOf(db, visit.guest.personId, found.dialogue.id, found.session?.id ?? null)
      : null;
  // A device that is not confirmed yet may be a stranger's: it sees nothing.
  if (mine && mine.state !== "pending" && visit.guest?.confirmed) {
    roles.add("registrant");
    if (mine.state === "admitted" && !(await isRemoved(db, mine))) roles.add("participant");
  }
  return { ...found, registration: mine, roles };
}

/** The registration for this session; without a session the newest in the dialogue. */
async function registrationOf(
  db: Reader,
  personId: NonNullable<Visit["guest"]>["personId"],
  dialogueId: NonNullable<Place["dialogue"]>["id"],
  sessionId: SessionId | null,
) {
  const rows = await db
    .select()
    .from(registration)
    .where(and(matches(registration, { personId, dialogueId }), sessionId ? eq(registration.sessionId, sessionId) : undefined));
  rows.sort(
    (a, b) => Number(b.state === "admitted") - Number(a.state === "admitted") || b.createdAt.getTime() - a.createdAt.getTime(),
  );
  return rows[0] ?? null;
}

/** Whoever was put out of a session: a few at most. */
const removedFrom = coalesceReads((db: Reader, id: SessionId) =>
  db
    .select({ personId: measure.personId })
    .from(measure)
    .where(and(matches(measure, { sessionId: id, kind: "removed" }), isNull(measure.liftedAt))),
);
const isRemoved = async (db: Reader, mine: Pick<NonNullable<Place["registration"]>, "personId" | "sessionId">) =>
  (await removedFrom(db, mine.sessionId)).some(({ personId }) => personId === mine.personId);

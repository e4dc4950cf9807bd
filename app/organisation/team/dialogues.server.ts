import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { TeamRole } from "../../dialogue/people/role.ts";
import { membership } from "../../dialogue/people/tables.ts";
import { dialogue, session } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";

/** The dialogues in whose team this person is, newest first, with their roles and the session that comes first. */
export async function dialoguesOf(db: Reader, personId: PersonId, now: Date) {
  const rows = await db
    .select({
      id: dialogue.id,
      slug: dialogue.slug,
      title: dialogue.title,
      language: dialogue.language,
      state: dialogue.state,
      role: membership.role,
    })
    .from(membership)
    .innerJoin(dialogue, eq(dialogue.id, membership.dialogueId))
    .where(and(eq(membership.personId, personId), isNull(membership.endedAt), isNotNull(membership.acceptedAt)))
    .orderBy(desc(dialogue.createdAt), membership.role);
  const sessions = await nextSessions(db, [...new Set(rows.map(({ id }) => id))], now);
  const found = new Map<DialogueId, Omit<(typeof rows)[number], "role"> & { roles: TeamRole[] }>();
  for (const { role, ...row } of rows) {
    const one = found.get(row.id) ?? { ...row, roles: [] };
    one.roles.push(role);
    found.set(row.id, one);
  }
  return [...found.values()].map((one) => ({ ...one, next: sessions.get(one.id) ?? null }));
}

async function nextSessions(db: Reader, ids: readonly DialogueId[], now: Date) {
  if (ids.length === 0) return new Map<DialogueId, { startsAt: Date; endsAt: Date }>();
  const rows = await db
    .select({ dialogueId: session.dialogueId, startsAt: session.startsAt, endsAt: session.endsAt, state: session.state })
    .from(session)
    .where(inArray(session.dialogueId, [...ids]))
    .orderBy(session.startsAt);
  const next = new Map<DialogueId, { startsAt: Date; endsAt: Date }>();
  for (const { dialogueId, startsAt, endsAt, state } of rows) {
    if (state === "cancelled") continue;
    const before = next.get(dialogueId);
    if (!before || before.endsAt < now) next.set(dialogueId, { startsAt, endsAt });
  }
  return next;
}

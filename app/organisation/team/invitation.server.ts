import { and, eq, isNull, sql } from "drizzle-orm";
import { findLink, spendLink } from "../../dialogue/people/links.server.ts";
import type { TeamRole } from "../../dialogue/people/role.ts";
import { link, membership } from "../../dialogue/people/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, INSTALLATION, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { type Arrival, letIn } from "../sign-in/let-in.server.ts";

export interface Invitation {
  readonly personId: PersonId;
  readonly name: string;
  /** null, without title and slug: the installation. */
  readonly dialogueId: DialogueId | null;
  readonly slug: string | null;
  readonly title: string | null;
  readonly roles: readonly TeamRole[];
}

/** What an invitation link asks; null when it was used, ended or is too old. */
export async function findInvitation(db: Reader, token: string): Promise<Invitation | null> {
  const found = await findLink(db, "invite", token);
  if (!found?.personId || found.usedAt) return null;
  const rows = await db
    .select({ name: person.name, slug: dialogue.slug, title: dialogue.title, role: membership.role })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .leftJoin(dialogue, eq(dialogue.id, membership.dialogueId))
    .where(pending(found.personId, found.dialogueId));
  const [first] = rows;
  if (!first) return null;
  const { name, slug, title } = first;
  return { personId: found.personId, dialogueId: found.dialogueId, name, slug, title, roles: rows.map(({ role }) => role) };
}

const pending = (personId: PersonId, dialogueId: DialogueId | null) =>
  and(
    eq(membership.personId, personId),
    dialogueId ? eq(membership.dialogueId, dialogueId) : isNull(membership.dialogueId),
    isNull(membership.acceptedAt),
    isNull(membership.endedAt),
  );

/**
 * Joins the team with every role that waits, and signs in unless people sign in elsewhere. The other links that were mailed for it end.
 * @returns the secret for the cookie and where to go, or null when the link no longer works
 */
export async function acceptInvitation(
  db: Db,
  token: string,
  who: { name: string; arrival: Arrival | null },
): Promise<{ token: string | null; slug: string | null } | null> {
  const asked = await findInvitation(db, token);
  if (!asked) return null;
  const { personId, dialogueId, slug } = asked;
  return change(db, deedBy(personId, dialogueId ?? INSTALLATION, "member.accept", "person", personId), async (tx) => {
    if (!(await spendLink(tx, "invite", token))) return null;
    const joined = await tx
      .update(membership)
      .set({ acceptedAt: sql`clock_timestamp()` })
      .where(pending(personId, dialogueId))
      .returning({ id: membership.id });
    if (joined.length === 0) return null;
    await tx
      .update(link)
      .set({ endedAt: sql`clock_timestamp()` })
      .where(
        and(
          matches(link, { kind: "invite", personId }),
          dialogueId ? eq(link.dialogueId, dialogueId) : isNull(link.dialogueId),
          isNull(link.endedAt),
        ),
      );
    if (who.name)
      await tx
        .update(person)
        .set({ name: who.name })
        .where(matches(person, { id: personId, name: "" }));
    return { token: who.arrival && (await letIn(tx, personId, who.arrival)), slug };
  });
}

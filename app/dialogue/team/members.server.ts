import { randomUUID } from "node:crypto";
import { and, asc, count, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { change, type Db, deedBy, INSTALLATION, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import { mayDialogue } from "../dialogue.ts";
import { personOf } from "../people/people.server.ts";
import { membership } from "../people/tables.ts";
import { dialogue, person } from "../tables.ts";
import type { DialogueRole, GivenRole } from "./member.ts";

export interface At {
  /** null: the team of the installation. */
  readonly dialogueId: DialogueId | null;
  readonly by: PersonId;
}
const scopeOf = (at: Pick<At, "dialogueId">) => at.dialogueId ?? INSTALLATION;
const within = (dialogueId: DialogueId | null) =>
  and(dialogueId ? eq(membership.dialogueId, dialogueId) : isNull(membership.dialogueId), isNull(membership.endedAt));
type Membership = typeof membership.$inferSelect;

/** Everybody in the team, invited or joined, with their roles. */
export async function listTeam(db: Reader, dialogueId: DialogueId | null) {
  const rows = await db
    .select({
      id: membership.id,
      role: membership.role,
      invitedAt: membership.invitedAt,
      acceptedAt: membership.acceptedAt,
      personId: person.id,
      name: person.name,
      mail: person.mail,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(within(dialogueId))
    .orderBy(asc(person.name), asc(membership.invitedAt));
  const people = new Map<PersonId, { personId: PersonId; name: string; mail: string | null; roles: RoleRow[] }>();
  for (const { personId, name, mail, id, role, invitedAt, acceptedAt } of rows) {
    const one = people.get(personId) ?? { personId, name, mail, roles: [] };
    one.roles.push({ id, role: role as GivenRole, invitedAt, joined: acceptedAt !== null });
    people.set(personId, one);
  }
  return [...people.values()];
}
export interface RoleRow {
  readonly id: string;
  readonly role: GivenRole;
  readonly invitedAt: Date;
  readonly joined: boolean;
}

export type Invited = "invited" | "added" | "already-invited" | "already-joined";

/**
 * Asks somebody into the team. Who is in it already gets the further role at once; the same role twice is one.
 * @param at by the command: of a dialogue that came from another installation, and has no team here
 */
export async function invite(
  db: Db,
  at: Pick<At, "dialogueId"> & { readonly by: PersonId | "command" },
  who: { name: string; mail: string; role: GivenRole; locale: "nl" | "en" },
): Promise<Invited> {
  const id = randomUUID();
  return change(
    db,
    {
      ...{ scope: scopeOf(at), actor: at.by === "command" ? "command" : { person: at.by } },
      ...{ what: "member.invite", subject: { kind: "membership", id } },
    },
    async (tx) => {
      if (at.dialogueId) {
        const [about] = await tx.select({ state: dialogue.state }).from(dialogue).where(eq(dialogue.id, at.dialogueId));
        if (!about || !mayDialogue(about.state, "inviteTeam")) throw new Refused("not-now");
      }
      const personId = await personOf(tx, who.mail, who.name, who.locale);
      const held = await tx
        .select()
        .from(membership)
        .where(and(eq(membership.personId, personId), within(at.dialogueId)));
      const same = held.find(({ role }) => role === who.role);
      if (same) return same.acceptedAt ? "already-joined" : "already-invited";
      const joined = held.some(({ acceptedAt }) => acceptedAt !== null);
      await tx.insert(membership).values({
        id,
        personId,
        dialogueId: at.dialogueId,
        role: who.role,
        acceptedAt: joined ? sql`clock_timestamp()` : null,
      });
      if (joined) return "added";
      await letter(tx, at, personId, id, id);
      return "invited";
    },
  );
}

/** Sends an invitation again, at most once a minute. */
export async function inviteAgain(db: Db, at: At, id: string): Promise<void> {
  await change(db, deedBy(at.by, scopeOf(at), "member.remind", "membership", id), async (tx, { now }) => {
    const found = await living(tx, at.dialogueId, id);
    if (found.acceptedAt) throw new Refused("already-joined");
    await letter(tx, at, found.personId, id, `${id}:${Math.floor(now.getTime() / 60_000)}`);
  });
}

export async function endRole(db: Db, at: At, id: string): Promise<void> {
  await change(db, deedBy(at.by, scopeOf(at), "member.end", "membership", id), async (tx) =>
    end(tx, await living(tx, at.dialogueId, id)),
  );
}

/** Another role in place of this one; who was invited stays invited. */
export async function changeRole(db: Db, at: At, id: string, role: DialogueRole): Promise<void> {
  await change(db, deedBy(at.by, scopeOf(at), "member.change", "membership", id), async (tx) => {
    const old = await living(tx, at.dialogueId, id);
    if (old.role === role) return;
    await end(tx, old);
    const { personId, invitedAt, acceptedAt } = old;
    const [made] = await tx
      .insert(membership)
      .values({ personId, dialogueId: at.dialogueId, role, invitedAt, acceptedAt })
      .onConflictDoNothing()
      .returning({ id: membership.id });
    // The letter with the old role is void; a new one leaves.
    if (made && !acceptedAt) await letter(tx, at, personId, made.id, made.id);
  });
}

async function letter(tx: Tx, at: Pick<At, "dialogueId">, personId: PersonId, id: string, event: string): Promise<void> {
  const about = at.dialogueId ? { dialogueId: at.dialogueId } : {};
  await post(tx, { personId, kind: "team.invite", event, ...about, details: { membership: id } });
}

async function living(tx: Tx, dialogueId: DialogueId | null, id: string): Promise<Membership> {
  const [row] = await tx
    .select()
    .from(membership)
    .where(and(eq(membership.id, id), within(dialogueId)));
  if (!row) throw new Refused("gone");
  return row;
}

/** A dialogue keeps an organiser, the installation an administrator. */
async function end(tx: Tx, one: Membership): Promise<void> {
  const kept = one.dialogueId ? "organiser" : "administrator";
  if (one.role === kept && one.acceptedAt) {
    const [others] = await tx
      .select({ n: count() })
      .from(membership)
      .where(and(within(one.dialogueId), eq(membership.role, kept), isNotNull(membership.acceptedAt)));
    if ((others?.n ?? 0) < 2) throw new Refused(`last-${kept}`);
  }
  await tx.update(membership).set({ endedAt: sql`clock_timestamp()` }).where(eq(membership.id, one.id));
}

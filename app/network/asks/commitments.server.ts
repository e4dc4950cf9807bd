import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { change, type Db, type Reader, systemDeed } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { follow } from "../../platform/database/transitions.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { CommitmentId, DialogueId, ThemeId } from "../../platform/ids.ts";
import { postAll } from "../../platform/mail/outbox.server.ts";
import { theme } from "../../themes/tables.ts";
import { type At, deedOf } from "../people/members.server.ts";
import { networkCommitment, networkMember } from "../tables.ts";
import { type CommitmentEvent, type CommitmentWords, commitmentLimits, commitmentTransitions } from "./commitment.ts";

/**
 * Writes down who does what by when [NW18]. Who takes part in the dialogue may, member of the network or not. The browser chose the id.
 * @throws Refused not-now, too-many-open, gone: the theme is not of this dialogue
 */
export async function addCommitment(db: Db, at: At, id: CommitmentId, words: CommitmentWords): Promise<void> {
  await change(db, deedOf(at, "network.commit", { kind: "commitment", id }), async (tx, { unchanged, now }) => {
    const [row] = await tx.select({ state: dialogue.state }).from(dialogue).where(eq(dialogue.id, at.dialogueId));
    if (!row || !mayDialogue(row.state, "network")) throw new Refused("not-now");
    const [before] = await tx
      .select({ by: networkCommitment.personId })
      .from(networkCommitment)
      .where(eq(networkCommitment.id, id));
    if (before) return unchanged(undefined);
    const own = matches(networkCommitment, { dialogueId: at.dialogueId, personId: at.personId });
    if ((await tx.$count(networkCommitment, and(own, eq(networkCommitment.state, "open")))) >= commitmentLimits.open)
      throw new Refused("too-many-open");
    const { what, withWhom, due, theme: themeId, shared } = words;
    if (themeId) {
      const known = await tx
        .select({ id: theme.id })
        .from(theme)
        .where(matches(theme, { id: themeId as ThemeId, dialogueId: at.dialogueId }));
      if (known.length === 0) throw new Refused("gone");
    }
    const { dialogueId, personId } = at;
    const of = { id, dialogueId, personId, createdAt: now };
    await tx
      .insert(networkCommitment)
      .values({ ...of, what, withWhom, due, themeId: themeId as ThemeId | null, shared: shared === "on" });
  });
}

/** Kept, dropped, or open again. @throws Refused gone, not-now */
export async function moveCommitment(db: Db, at: At, id: CommitmentId, event: CommitmentEvent): Promise<void> {
  await change(db, deedOf(at, `network.commitment-${event}`, { kind: "commitment", id }), async (tx, { unchanged, now }) => {
    const own = matches(networkCommitment, { id, dialogueId: at.dialogueId, personId: at.personId });
    const [found] = await tx.select().from(networkCommitment).where(own);
    if (!found) throw new Refused("gone", 404);
    const moved = follow(commitmentTransitions, found.state, event);
    if (!moved.ok) {
      if (moved.code === "already-there") return unchanged(undefined);
      throw new Refused("not-now");
    }
    await tx
      .update(networkCommitment)
      .set({ state: moved.state, closedAt: moved.state === "open" ? null : now })
      .where(own);
  });
}

export const listOwnCommitments = (db: Reader, at: At) =>
  db
    .select()
    .from(networkCommitment)
    .where(matches(networkCommitment, { dialogueId: at.dialogueId, personId: at.personId }))
    .orderBy(asc(networkCommitment.due), asc(networkCommitment.createdAt));

/** The name on the card; who is no member stands as registered. */
const cardName = sql<string>`coalesce(${networkMember.name}, ${person.name})`;

/** What others may read: with a theme, where the need is. @param themes only of these; without it all */
export async function listShared(db: Reader, dialogueId: DialogueId, themes?: readonly ThemeId[]) {
  if (themes?.length === 0) return [];
  return db
    .select({
      ...{
        id: networkCommitment.id,
        what: networkCommitment.what,
        withWhom: networkCommitment.withWhom,
        due: networkCommitment.due,
      },
      ...{ state: networkCommitment.state, by: cardName, theme: theme.name },
    })
    .from(networkCommitment)
    .innerJoin(person, eq(person.id, networkCommitment.personId))
    .leftJoin(
      networkMember,
      and(eq(networkMember.personId, networkCommitment.personId), eq(networkMember.dialogueId, networkCommitment.dialogueId)),
    )
    .leftJoin(theme, eq(theme.id, networkCommitment.themeId))
    .where(
      and(
        matches(networkCommitment, { dialogueId, shared: true }),
        themes ? inArray(networkCommitment.themeId, [...themes]) : undefined,
      ),
    )
    .orderBy(asc(networkCommitment.due))
    .limit(100);
}

/** Those that others made for the themes in which one's own needs stand. */
export async function listForMyNeeds(db: Reader, at: At) {
  const { rows } = await db.execute<{ id: ThemeId }>(sql`
    select distinct p.theme_id as id from placement p join contribution c on c.id = p.contribution_id
    where c.dialogue_id = ${at.dialogueId} and c.person_id = ${at.personId} and c.state = 'visible'`);
  return listShared(
    db,
    at.dialogueId,
    rows.map(({ id }) => id),
  );
}

/** Days before the day itself on which somebody is reminded; the day after comes one more. */
const daysBefore = 2;

/** Reminds of what comes and asks after what was; each once, however often it runs [NW18]. @returns how many mails */
export async function remindCommitments(db: Db, now: Date): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  const { rows } = await db.execute<{ dialogue_id: DialogueId }>(sql`
    select distinct c.dialogue_id from network_commitment c join dialogue d on d.id = c.dialogue_id
    where c.state = 'open' and d.state in ('open', 'harvest', 'published') and c.due between ${today}::date - 30 and ${today}::date + ${daysBefore}::int
    order by 1`);
  let made = 0;
  for (const { dialogue_id: dialogueId } of rows) {
    const deed = systemDeed(dialogueId, "network.remind", "dialogue", dialogueId);
    made += await change(db, deed, async (tx, { unchanged }) => {
      const { rows: due } = await tx.execute<{ id: CommitmentId; personId: At["personId"]; past: boolean }>(sql`
        select c.id, c.person_id as "personId", c.due < ${today}::date as past from network_commitment c
        where c.dialogue_id = ${dialogueId} and c.state = 'open' and c.due between ${today}::date - 30 and ${today}::date + ${daysBefore}::int
          and not exists (select from mail m where m.person_id = c.person_id and m.kind = 'network.commitment'
            and m.event = c.id || case when c.due < ${today}::date then ':after' else ':before' end)`);
      if (due.length === 0) return unchanged(0);
      return postAll(
        tx,
        due.map(({ id, personId, past }) => ({
          ...{ personId, dialogueId, kind: "network.commitment" as const, event: `${id}:${past ? "after" : "before"}` },
          details: { commitment: id, past: past ? "1" : "" },
        })),
      );
    });
  }
  return made;
}

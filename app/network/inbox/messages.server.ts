import { and, asc, eq, or, sql } from "drizzle-orm";
import { person } from "../../dialogue/tables.ts";
import { change, type Db, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { AskId, MemberId, MessageId, PersonId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import { isSeen } from "../people/member.ts";
import { type At, deedOf, requireMember } from "../people/members.server.ts";
import { networkAsk, networkBlock, networkMember, networkMessage, networkReaction } from "../tables.ts";
import { mayWrite } from "./message.ts";

/**
 * Writes to another member; it goes by mail, without an address unless its writer gives theirs along [NW8]. The browser chose the id:
 * sent twice, it is written once.
 * @throws Refused gone, not-reachable, too-many, too-many-people, wait, and what requireMember throws
 */
export async function writeMessage(
  db: Db,
  at: At,
  to: MemberId,
  words: { readonly id: MessageId; readonly text: string; readonly sharesMail: boolean; readonly about?: AskId },
): Promise<void> {
  const deed = deedOf(at, "network.message", { kind: "message", id: words.id });
  await change(db, deed, async (tx, { unchanged, now }) => {
    await requireMember(tx, at);
    const [before] = await tx.select({ from: networkMessage.fromId }).from(networkMessage).where(eq(networkMessage.id, words.id));
    if (before) return unchanged(undefined);
    const other = await findOther(tx, at, to);
    const { id, text, sharesMail, about } = words;
    if (about) await react(tx, at, about, other.personId, now);
    await requireReach(tx, at, other, now, about !== undefined);
    await tx
      .insert(networkMessage)
      .values({ id, text, sharesMail, dialogueId: at.dialogueId, fromId: at.personId, toId: other.personId, at: now });
    const details = { message: id, from: at.personId, ...(about && { ask: about }) };
    await post(tx, { personId: other.personId, kind: "network.message", event: id, dialogueId: at.dialogueId, details });
  });
}

/** Somebody whose card a member may read, or who is in a conversation with them. */
async function findOther(tx: Tx, at: At, id: MemberId) {
  const [other] = await tx
    .select()
    .from(networkMember)
    .where(matches(networkMember, { id, dialogueId: at.dialogueId }));
  if (!other || other.personId === at.personId) throw new Refused("gone", 404);
  return other;
}

/** A message about an open ask counts as a reaction to it. @throws Refused gone: it is not theirs, or no longer open */
async function react(tx: Tx, at: At, askId: AskId, askerId: PersonId, now: Date): Promise<void> {
  const [ask] = await tx
    .select({ id: networkAsk.id })
    .from(networkAsk)
    .where(matches(networkAsk, { id: askId, dialogueId: at.dialogueId, personId: askerId, state: "open" }));
  if (!ask) throw new Refused("gone", 404);
  await tx.insert(networkReaction).values({ askId, personId: at.personId, at: now }).onConflictDoNothing();
}

async function requireReach(
  tx: Tx,
  at: At,
  other: typeof networkMember.$inferSelect,
  now: Date,
  invited: boolean,
): Promise<void> {
  const sent = await tx
    .select({ from: networkMessage.fromId, to: networkMessage.toId, at: networkMessage.at })
    .from(networkMessage)
    .where(
      and(
        eq(networkMessage.dialogueId, at.dialogueId),
        or(eq(networkMessage.fromId, at.personId), eq(networkMessage.toId, at.personId)),
      ),
    );
  const known = sent.some(({ from, to }) => from === other.personId || to === other.personId);
  if (!known && !invited && !isSeen(other.shown, "members")) throw new Refused("gone", 404);
  const blocks = await tx
    .select({ at: networkBlock.at })
    .from(networkBlock)
    .where(
      and(
        eq(networkBlock.dialogueId, at.dialogueId),
        or(
          matches(networkBlock, { personId: at.personId, otherId: other.personId }),
          matches(networkBlock, { personId: other.personId, otherId: at.personId }),
        ),
      ),
    );
  if (blocks.length > 0) throw new Refused("not-reachable");
  const no = mayWrite(sent, at.personId, other.personId, now);
  if (no) throw new Refused(no, 429);
}

interface Line {
  readonly id: MessageId;
  readonly mine: boolean;
  readonly text: string;
  readonly at: Date;
  readonly reported: boolean;
  /** The address that its writer gave along; of one's own messages only that it went. */
  readonly mail: string | null;
  readonly shared: boolean;
  /** The ask or offer to which it was the reaction. */
  readonly about: { readonly number: number; readonly title: string } | null;
}
export interface Thread {
  readonly member: MemberId;
  readonly name: string;
  readonly blocked: boolean;
  readonly lines: readonly Line[];
}

/** One's conversations, the one with the newest line first; both read the same [NW9]. */
export async function listThreads(db: Reader, at: At): Promise<Thread[]> {
  const rows = await db
    .select({
      ...{ message: networkMessage, member: networkMember, mail: person.mail },
      ...{ askNumber: networkAsk.number, askTitle: networkAsk.title },
    })
    .from(networkMessage)
    .innerJoin(
      networkMember,
      and(
        eq(networkMember.dialogueId, networkMessage.dialogueId),
        sql`${networkMember.personId} = case when ${networkMessage.fromId} = ${at.personId} then ${networkMessage.toId} else ${networkMessage.fromId} end`,
      ),
    )
    .innerJoin(person, eq(person.id, networkMessage.fromId))
    .leftJoin(
      networkReaction,
      and(eq(networkReaction.personId, networkMessage.fromId), eq(networkReaction.at, networkMessage.at)),
    )
    .leftJoin(
      networkAsk,
      and(
        eq(networkAsk.id, networkReaction.askId),
        eq(networkAsk.dialogueId, networkMessage.dialogueId),
        eq(networkAsk.personId, networkMessage.toId),
      ),
    )
    .where(
      and(
        eq(networkMessage.dialogueId, at.dialogueId),
        or(eq(networkMessage.fromId, at.personId), eq(networkMessage.toId, at.personId)),
      ),
    )
    .orderBy(asc(networkMessage.at), asc(networkMessage.id));
  const blocks = await db
    .select({ other: networkBlock.otherId })
    .from(networkBlock)
    .where(matches(networkBlock, { dialogueId: at.dialogueId, personId: at.personId }));
  const threads = Map.groupBy(rows, ({ member }) => member.id);
  return [...threads.values()]
    .flatMap((some): (Thread & { readonly last: number })[] => {
      const [first] = some;
      if (!first) return [];
      const lines = some.map(({ message, mail, askNumber, askTitle }): Line => {
        const mine = message.fromId === at.personId;
        const { id, text, at: when, sharesMail: shared, reportedAt } = message;
        const about = askNumber === null || askTitle === null ? null : { number: askNumber, title: askTitle };
        return { id, mine, text, at: when, reported: reportedAt !== null, shared, mail: shared && !mine ? mail : null, about };
      });
      const blocked = blocks.some(({ other }) => other === first.member.personId);
      return [{ member: first.member.id, name: first.member.name, blocked, lines, last: lines.at(-1)?.at.getTime() ?? 0 }];
    })
    .sort((a, b) => b.last - a.last);
}

/** Hears nothing more from somebody, or is open to them again. */
export async function blockMember(db: Db, at: At, id: MemberId, blocks: boolean): Promise<void> {
  await change(db, deedOf(at, blocks ? "network.block" : "network.unblock"), async (tx, { unchanged }) => {
    const other = await findOther(tx, at, id);
    const row = { dialogueId: at.dialogueId, personId: at.personId, otherId: other.personId };
    if (blocks) {
      const made = await tx.insert(networkBlock).values(row).onConflictDoNothing().returning({ at: networkBlock.at });
      return made.length === 0 ? unchanged(undefined) : undefined;
    }
    const gone = await tx
      .delete(networkBlock)
      .where(matches(networkBlock, { dialogueId: at.dialogueId, personId: at.personId, otherId: other.personId }))
      .returning({ at: networkBlock.at });
    if (gone.length === 0) return unchanged(undefined);
  });
}

/** Tells the team of a message one received, and blocks its writer. The team reads that message, and no other. */
export async function reportMessage(db: Db, at: At, of: MemberId, id: MessageId, reason: string): Promise<void> {
  await change(db, deedOf(at, "network.report", { kind: "message", id }), async (tx, { unchanged, now }) => {
    const [found] = await tx
      .select()
      .from(networkMessage)
      .where(matches(networkMessage, { id, toId: at.personId, dialogueId: at.dialogueId }));
    if (found?.fromId !== (await findOther(tx, at, of)).personId) throw new Refused("gone", 404);
    if (found.reportedAt) return unchanged(undefined);
    await tx.update(networkMessage).set({ reportedAt: now, reportReason: reason }).where(eq(networkMessage.id, id));
    await tx
      .insert(networkBlock)
      .values({ dialogueId: at.dialogueId, personId: at.personId, otherId: found.fromId })
      .onConflictDoNothing();
  });
}

import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "../../platform/database/change.server.ts";
import type { CircleId, DialogueId, PersonId } from "../../platform/ids.ts";
import { mail, mailbox } from "../../platform/mail/tables.ts";
import { leave } from "../circles/circle-leave.server.ts";
import { networkFile, networkPractice, networkPracticeUse, networkPracticeVersion } from "../library/tables.ts";
import {
  networkAsk,
  networkBlock,
  networkCommitment,
  networkDigest,
  networkMember,
  networkMessage,
  networkReaction,
} from "../tables.ts";

/**
 * Takes away all that somebody left in the network of a dialogue, or in all of them: card, asks, entries, what they wrote to others and
 * others to them, and mail about it that still waits or that the mailbox keeps [NW4].
 */
export async function forgetMember(tx: Tx, personId: PersonId, dialogueId?: DialogueId): Promise<void> {
  const here = (table: { readonly dialogueId: AnyPgColumn }) => (dialogueId ? eq(table.dialogueId, dialogueId) : undefined);
  await forgetMail(tx, personId, dialogueId);
  const asks = tx
    .select({ id: networkAsk.id })
    .from(networkAsk)
    .where(and(eq(networkAsk.personId, personId), here(networkAsk)));
  const inDialogue = (askId: typeof networkReaction.askId) =>
    dialogueId
      ? inArray(askId, tx.select({ id: networkAsk.id }).from(networkAsk).where(eq(networkAsk.dialogueId, dialogueId)))
      : undefined;
  await tx.delete(networkReaction).where(inArray(networkReaction.askId, asks));
  await tx.delete(networkReaction).where(and(eq(networkReaction.personId, personId), inDialogue(networkReaction.askId)));
  await tx.delete(networkAsk).where(and(eq(networkAsk.personId, personId), here(networkAsk)));
  await tx
    .delete(networkMessage)
    .where(and(or(eq(networkMessage.fromId, personId), eq(networkMessage.toId, personId)), here(networkMessage)));
  await tx
    .delete(networkBlock)
    .where(and(or(eq(networkBlock.personId, personId), eq(networkBlock.otherId, personId)), here(networkBlock)));
  await forgetPractice(tx, personId, dialogueId);
  const { rows: circles } = await tx.execute<{ id: CircleId }>(sql`
    select c.id from network_circle c join network_circle_person p on p.circle_id = c.id
    where p.person_id = ${personId} ${dialogueId ? sql`and c.dialogue_id = ${dialogueId}` : sql``}`);
  await leave(
    tx,
    personId,
    circles.map(({ id }) => id),
  );
  for (const table of [networkDigest, networkCommitment, networkMember])
    await tx.delete(table).where(and(eq(table.personId, personId), here(table)));
}

async function forgetPractice(tx: Tx, personId: PersonId, dialogueId?: DialogueId): Promise<void> {
  const entries = (own: boolean) =>
    tx
      .select({ id: networkPractice.id })
      .from(networkPractice)
      .where(
        and(
          own ? eq(networkPractice.personId, personId) : undefined,
          dialogueId ? eq(networkPractice.dialogueId, dialogueId) : undefined,
        ),
      );
  await tx
    .delete(networkPracticeUse)
    .where(and(eq(networkPracticeUse.personId, personId), inArray(networkPracticeUse.practiceId, entries(false))));
  await tx.delete(networkPracticeUse).where(inArray(networkPracticeUse.practiceId, entries(true)));
  await tx.delete(networkPracticeVersion).where(inArray(networkPracticeVersion.practiceId, entries(true)));
  await tx.delete(networkFile).where(inArray(networkFile.practiceId, entries(true)));
  await tx.delete(networkPractice).where(inArray(networkPractice.id, entries(true)));
}

/** To them, and to others about what they wrote. */
async function forgetMail(tx: Tx, personId: PersonId, dialogueId?: DialogueId): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select m.id from mail m where m.kind like 'network.%' ${dialogueId ? sql`and m.dialogue_id = ${dialogueId}` : sql``}
      and (m.person_id = ${personId}
        or m.details->>'from' = ${personId}
        or m.details->>'asks' is not null and exists (select from network_ask a where a.person_id = ${personId}
          and position(a.id::text in m.details->>'asks') > 0))`);
  const ids = rows.map(({ id }) => id as never);
  if (ids.length === 0) return;
  await tx.delete(mailbox).where(inArray(mailbox.mailId, ids));
  // an overview of several asks still goes, without this one
  await tx.delete(mail).where(and(inArray(mail.id, ids), or(eq(mail.personId, personId), eq(mail.kind, "network.message"))));
}

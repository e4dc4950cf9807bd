import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { change, type Db, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { follow } from "../../platform/database/transitions.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { AskId, DialogueId, FieldId, MessageId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import type { FoundPlace } from "../people/areas.server.ts";
import { holds } from "../people/directory.server.ts";
import { networkLanguage } from "../people/language.server.ts";
import { type At, deedOf, fieldsOf, requireMember } from "../people/members.server.ts";
import { stemsOf, wantedOf } from "../people/stems.ts";
import { networkAsk, networkMember, networkMessage, networkReaction } from "../tables.ts";
import { type AskEvent, type AskKind, type AskWords, askLimits, askTransitions } from "./ask.ts";

export type Ask = typeof networkAsk.$inferSelect;

/**
 * Puts an ask or an offer in the network. The browser chose the id: sent twice, it is made once.
 * @throws Refused gone: a field is not of this dialogue; too-many-open
 * @returns its number
 */
export async function addAsk(db: Db, at: At, id: AskId, words: AskWords, place: FoundPlace | null): Promise<number> {
  const language = await networkLanguage();
  return change(db, deedOf(at, "network.ask", { kind: "ask", id }), async (tx, { unchanged, now }) => {
    await requireMember(tx, at);
    const [before] = await tx.select().from(networkAsk).where(eq(networkAsk.id, id));
    if (before && before.personId !== at.personId) throw new Refused("gone", 404);
    if (before) return unchanged(before.number);
    const open = await tx.$count(
      networkAsk,
      matches(networkAsk, { dialogueId: at.dialogueId, personId: at.personId, state: "open" }),
    );
    if (open >= askLimits.open) throw new Refused("too-many-open");
    const fields = await fieldsOf(tx, at.dialogueId, words.fields as FieldId[]);
    const [last] = await tx
      .select({ n: sql<number>`coalesce(max(${networkAsk.number}), 0)::int` })
      .from(networkAsk)
      .where(eq(networkAsk.dialogueId, at.dialogueId));
    const number = (last?.n ?? 0) + 1;
    const { kind, title, context, until } = words;
    await tx.insert(networkAsk).values({
      ...{ id, dialogueId: at.dialogueId, personId: at.personId, number, kind, title, context, until, createdAt: now },
      ...{ fieldIds: fields.map(({ id: field }) => field), stems: stemsOf(`${title}\n${context}`, language) },
      ...{ areaCode: place?.code ?? null, areaYear: place?.year ?? null, municipality: place?.municipality ?? null },
    });
    return number;
  });
}

/**
 * Its writer moves an ask on; thanks go as a message to who reacted [NW12].
 * @throws Refused gone, not-now
 */
export async function moveAsk(db: Db, at: At, id: AskId, event: AskEvent, thanks: string): Promise<void> {
  await change(db, deedOf(at, `network.ask-${event}`, { kind: "ask", id }), async (tx, { unchanged, now }) => {
    await requireMember(tx, at);
    const [found] = await tx
      .select()
      .from(networkAsk)
      .where(matches(networkAsk, { id, dialogueId: at.dialogueId, personId: at.personId }));
    if (!found) throw new Refused("gone", 404);
    const moved = follow(askTransitions, found.state, event);
    if (!moved.ok) {
      if (moved.code === "already-there") return unchanged(undefined);
      throw new Refused("not-now");
    }
    const closedAt = moved.state === "open" ? null : now;
    await tx
      .update(networkAsk)
      .set({ state: moved.state, closedAt, ...(thanks !== "" && { thanks }) })
      .where(eq(networkAsk.id, id));
    if (thanks !== "") await thank(tx, at, id, thanks, now);
  });
}

async function thank(tx: Tx, at: At, askId: AskId, text: string, now: Date): Promise<void> {
  const { rows } = await tx.execute<{ id: At["personId"] }>(sql`
    select r.person_id as id from network_reaction r join network_member m on m.person_id = r.person_id and m.dialogue_id = ${at.dialogueId}
    where r.ask_id = ${askId} and not exists (select from network_block b where b.dialogue_id = ${at.dialogueId}
      and ((b.person_id = r.person_id and b.other_id = ${at.personId}) or (b.person_id = ${at.personId} and b.other_id = r.person_id)))`);
  for (const { id: toId } of rows) {
    const [made] = await tx
      .insert(networkMessage)
      .values({ dialogueId: at.dialogueId, fromId: at.personId, toId, text, at: now })
      .returning({ id: networkMessage.id });
    const id = made?.id as MessageId;
    const details = { message: id, from: at.personId };
    await post(tx, { personId: toId, kind: "network.message", event: id, dialogueId: at.dialogueId, details });
  }
}

export interface ListedAsk {
  readonly id: AskId;
  readonly number: number;
  readonly kind: AskKind;
  readonly title: string;
  readonly context: string;
  readonly until: string | null;
  readonly state: Ask["state"];
  readonly createdAt: Date;
  readonly by: string;
  readonly mine: boolean;
}
const perPage = 20;

/** Asks and offers, the newest first: those that stand open, or all. */
export async function listAsks(
  db: Reader,
  at: At,
  filter: { readonly kind: AskKind | null; readonly words: string; readonly all: boolean; readonly page: number },
): Promise<{ readonly asks: readonly ListedAsk[]; readonly more: boolean }> {
  const wanted = wantedOf(filter.words, await networkLanguage());
  const where: (SQL | undefined)[] = [
    eq(networkAsk.dialogueId, at.dialogueId),
    filter.kind ? eq(networkAsk.kind, filter.kind) : undefined,
    filter.all ? undefined : eq(networkAsk.state, "open"),
    ...wanted.map((one) => holds(networkAsk.stems, one)),
  ];
  const rows = await db
    .select({ ask: networkAsk, by: networkMember.name })
    .from(networkAsk)
    .innerJoin(
      networkMember,
      and(eq(networkMember.personId, networkAsk.personId), eq(networkMember.dialogueId, networkAsk.dialogueId)),
    )
    .where(and(...where))
    .orderBy(desc(networkAsk.number))
    .limit(perPage + 1)
    .offset((filter.page - 1) * perPage);
  const asks = rows.slice(0, perPage).map(({ ask, by }) => ({
    ...{ id: ask.id, number: ask.number, kind: ask.kind, title: ask.title, context: ask.context, until: ask.until },
    ...{ state: ask.state, createdAt: ask.createdAt, by, mine: ask.personId === at.personId },
  }));
  return { asks, more: rows.length > perPage };
}

export async function findAsk(db: Reader, dialogueId: DialogueId, number: number) {
  const [row] = await db
    .select({ ask: networkAsk, by: networkMember.name, member: networkMember.id })
    .from(networkAsk)
    .innerJoin(
      networkMember,
      and(eq(networkMember.personId, networkAsk.personId), eq(networkMember.dialogueId, networkAsk.dialogueId)),
    )
    .where(matches(networkAsk, { dialogueId, number }));
  if (!row) return null;
  const reactions = await db.$count(networkReaction, eq(networkReaction.askId, row.ask.id));
  return { ...row, reactions };
}

/** Open asks without a reaction for so many days, the oldest first [NW14]. */
export async function listAlone(db: Reader, dialogueId: DialogueId, days: number, now: Date) {
  const until = new Date(now.getTime() - days * 86_400_000);
  return db
    .select({
      id: networkAsk.id,
      number: networkAsk.number,
      kind: networkAsk.kind,
      title: networkAsk.title,
      createdAt: networkAsk.createdAt,
    })
    .from(networkAsk)
    .where(
      and(
        matches(networkAsk, { dialogueId, state: "open" }),
        sql`${networkAsk.createdAt} < ${until.toISOString()}`,
        sql`not exists (select from network_reaction r where r.ask_id = ${networkAsk.id})`,
      ),
    )
    .orderBy(networkAsk.number)
    .limit(50);
}

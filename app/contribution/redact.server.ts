import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { measure, registration } from "../dialogue/people/tables.ts";
import { session } from "../dialogue/tables.ts";
import { change, type Db, type Tx } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { DialogueId, PersonId, SessionId } from "../platform/ids.ts";
import { dissent, remark, reportBlock, reportBlockWording, reportDraft } from "../report/tables.ts";
import { insight } from "../session/insights/tables.ts";
import { help } from "../session/tables.ts";
import { theme, themeNaming, themeWording } from "../themes/tables.ts";
import { type Subject, settleFlags } from "./flags.server.ts";
import type { Told } from "./moderation.server.ts";
import { fewestSigns, replacement } from "./redact.ts";
import { card, contribution, flag } from "./tables.ts";

export interface Redaction {
  readonly words: readonly string[];
  readonly reason: string;
}
type At = { readonly dialogueId: DialogueId; readonly sessionId: SessionId };

/**
 * Replaces words everywhere in the dialogue where they stand: in this text, and where others noted or repeated them. The old words are
 * kept nowhere; writers of contributions read that it happened, and why.
 * @param tell the writers, in the same transaction
 * @returns in how many texts
 * @throws Refused redact-none when the words do not stand in the text they were chosen from, redact-short
 */
export async function redact(
  db: Db,
  at: At,
  who: PersonId,
  subject: Subject,
  { words, reason }: Redaction,
  tell: (tx: Tx, told: readonly Told[]) => Promise<void> = async () => {},
): Promise<number> {
  if (words.some((one) => one.length < fewestSigns)) throw new Refused("redact-short", 422);
  const deed = { scope: at.dialogueId, actor: { person: who }, what: "words.redact", subject };
  return change(db, deed, async (tx, { now }) => {
    const texts = await textsOf(tx, at, subject);
    if (words.length === 0 || !words.every((one) => texts.some((text) => text.includes(one))))
      throw new Refused("redact-none", 422);
    // the longest first, so that none is cut in two by another
    const pieces = words.toSorted((a, b) => b.length - a.length);
    const why = pieces.reduce((text, one) => text.replaceAll(one, replacement), reason);
    let changed = 0;
    const told = new Map<string, Told>();
    for (const one of pieces)
      for (const place of places(at)) {
        const rows = await replaceIn(tx, place, one, why);
        changed += rows.length;
        if (place.table === contribution) for (const row of rows) told.set(row.id, { ...row, now });
      }
    await settleFlags(tx, at, who, subject.id, "redacted", why);
    await tell(tx, [...told.values()]);
    return changed;
  });
}

/** The texts of what was flagged, as long as it is of this session and not private. */
async function textsOf(tx: Tx | Db, at: At, subject: Subject): Promise<string[]> {
  const [row] =
    subject.kind === "contribution"
      ? await tx
          .select({
            a: contribution.text,
            b: contribution.situation,
            c: contribution.forWhom,
            d: contribution.tried,
            e: contribution.wouldHelp,
          })
          .from(contribution)
          .where(
            and(matches(contribution, { id: subject.id, sessionId: at.sessionId }), sql`${contribution.shared} <> 'private'`),
          )
      : subject.kind === "insight"
        ? await tx
            .select({ a: insight.text })
            .from(insight)
            .where(matches(insight, { id: subject.id, dialogueId: at.dialogueId }))
        : await tx
            .select({ a: card.does, b: card.place, c: card.offers, d: card.looksFor })
            .from(card)
            .where(matches(card, { personId: subject.id, dialogueId: at.dialogueId }));
  if (!row && subject.kind === "card") {
    // Until somebody writes a card it shows what they bring.
    const [told] = await tx
      .select({ brings: registration.brings })
      .from(registration)
      .where(matches(registration, { personId: subject.id, sessionId: at.sessionId }));
    return told?.brings ? [told.brings] : [];
  }
  return row ? Object.values(row).filter((text) => text !== "") : [];
}

interface Place {
  readonly table: PgTable;
  readonly columns: readonly AnyPgColumn[];
  readonly within: SQL | undefined;
}

/** Every column of a dialogue that holds typed words; a frozen version points at words and has none of its own but the team's. */
function places({ dialogueId }: At): readonly Place[] {
  const ofSession = (column: AnyPgColumn) =>
    sql`${column} in (select ${session.id} from ${session} where ${session.dialogueId} = ${dialogueId})`;
  const c = contribution;
  return [
    {
      table: c,
      columns: [c.text, c.situation, c.forWhom, c.tried, c.wouldHelp, c.hiddenReason, c.redactedReason],
      within: eq(c.dialogueId, dialogueId),
    },
    { table: insight, columns: [insight.text, insight.source, insight.reason], within: eq(insight.dialogueId, dialogueId) },
    { table: card, columns: [card.does, card.place, card.offers, card.looksFor], within: eq(card.dialogueId, dialogueId) },
    { table: registration, columns: [registration.brings], within: eq(registration.dialogueId, dialogueId) },
    { table: theme, columns: [theme.name, theme.description, theme.seeds], within: eq(theme.dialogueId, dialogueId) },
    {
      table: themeWording,
      columns: [themeWording.name, themeWording.description, themeWording.seeds],
      within: sql`${themeWording.themeId} in (select ${theme.id} from ${theme} where ${theme.dialogueId} = ${dialogueId})`,
    },
    { table: themeNaming, columns: [themeNaming.before, themeNaming.phrases], within: eq(themeNaming.dialogueId, dialogueId) },
    {
      table: reportDraft,
      columns: [reportDraft.introduction, reportDraft.conclusions],
      within: eq(reportDraft.dialogueId, dialogueId),
    },
    { table: reportBlock, columns: [reportBlock.text], within: eq(reportBlock.dialogueId, dialogueId) },
    {
      table: reportBlockWording,
      columns: [reportBlockWording.text],
      within: sql`${reportBlockWording.blockId} in (select ${reportBlock.id} from ${reportBlock} where ${reportBlock.dialogueId} = ${dialogueId})`,
    },
    { table: remark, columns: [remark.text, remark.words, remark.answer], within: eq(remark.dialogueId, dialogueId) },
    { table: dissent, columns: [dissent.text, dissent.answer], within: eq(dissent.dialogueId, dialogueId) },
    { table: flag, columns: [flag.text, flag.answer], within: eq(flag.dialogueId, dialogueId) },
    { table: help, columns: [help.reason, help.answer], within: ofSession(help.sessionId) },
    { table: measure, columns: [measure.reason], within: ofSession(measure.sessionId) },
    { table: session, columns: [session.announcement], within: eq(session.dialogueId, dialogueId) },
  ];
}

async function replaceIn(tx: Tx, { table, columns, within }: Place, words: string, why: string): Promise<Omit<Told, "now">[]> {
  const holds = or(...columns.map((column) => sql`position(${words} in ${column}) > 0`));
  const set = columns
    .filter((column) => column !== contribution.redactedReason)
    .map((column) => sql`${sql.identifier(column.name)} = replace(${column}, ${words}, ${replacement})`);
  if (table === contribution) set.push(sql`redacted_reason = ${why}`, sql`updated_at = now()`);
  const whose = table === contribution ? sql`id, person_id as "personId", session_id as "sessionId"` : sql`null as id`;
  const { rows } = await tx.execute<Omit<Told, "now">>(
    sql`update ${table} set ${sql.join(set, sql`, `)} where ${within} and ${holds} returning ${whose}`,
  );
  return rows;
}

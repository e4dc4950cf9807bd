import { sql } from "drizzle-orm";
import type { Text, Theme } from "../../method/text/theming.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { ContributionId, DialogueId } from "../../platform/ids.ts";
import { seedsFor } from "../board/first-frame.ts";

/** The end of a dialogue's line; what was read after it is at least as new. */
export async function endOfLine(db: Reader, dialogueId: DialogueId): Promise<number> {
  const { rows } = await db.execute<{ seq: string }>(sql`select seq from ledger where scope = ${dialogueId}::uuid`);
  return Number(rows[0]?.seq ?? 0);
}

/** These touch more than the subject they name. */
const wide = ["person.erase", "dialogue.import", "words.redact"];

/** The contributions that changed since; null when it may be any. Work on themes touches none. */
export async function touchedSince(db: Reader, dialogueId: DialogueId, seq: number): Promise<ContributionId[] | null> {
  const { rows } = await db.execute<{ id: ContributionId; known: boolean }>(sql`
    select distinct subject_id as id, subject_kind = 'contribution' and not what = any(${sql.param(wide)}::text[]) as known from audit
    where scope = ${dialogueId}::uuid and seq > ${seq}
      and (subject_kind = 'contribution' or what = any(${sql.param(wide)}::text[]) or what like 'field.%' or what like 'party.%')`);
  return rows.every(({ known }) => known) ? rows.map(({ id }) => id) : null;
}

/** Whether themes were worked on since. */
export async function themesSince(db: Reader, dialogueId: DialogueId, seq: number): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from audit where scope = ${dialogueId}::uuid and seq > ${seq} and what like 'theme.%' limit 1`);
  return rows.length > 0;
}

export interface PileText extends Text {
  /** The need with what its writer told besides. */
  readonly whole: string;
}

/** The needs that may be placed, as `listNeeds` has them: shared, and neither withdrawn, hidden nor erased. Who wrote them stays out of it. */
export async function readPile(db: Reader, dialogueId: DialogueId): Promise<PileText[]> {
  const { rows } = await db.execute<{ id: string; text: string; whole: string }>(sql`
    select id, text, concat_ws(E'\n', text, nullif(situation, ''), nullif(for_whom, ''), nullif(would_help, '')) as whole
    from contribution where dialogue_id = ${dialogueId}::uuid and kind = 'need' and state = 'visible' and shared in ('group', 'all')`);
  return rows;
}

/** The themes that stand, which need people placed in which (that teaches), and what the machine placed (that does not). */
export async function readThemes(
  db: Reader,
  dialogueId: DialogueId,
): Promise<{ themes: Theme[]; placed: [string, string][]; bySelf: string[] }> {
  const [themes, placed] = [
    await db.execute<{ id: string; name: string; description: string; seeds: string }>(sql`
      select id, name, description, seeds from theme where dialogue_id = ${dialogueId}::uuid and merged_into is null and removed_at is null`),
    await db.execute<{ need: string; theme: string; sure: number | null }>(sql`
      select placement.contribution_id as need, placement.theme_id as theme, placement.sure from placement
      join theme on theme.id = placement.theme_id where theme.dialogue_id = ${dialogueId}::uuid`),
  ];
  return {
    themes: themes.rows.map((theme) => ({
      ...theme,
      seeds: [...seedsFor(theme.name), ...theme.seeds.split(/[\s,;]+/).filter(Boolean)],
    })),
    placed: placed.rows.filter(({ sure }) => sure === null).map(({ need, theme }) => [need, theme]),
    bySelf: placed.rows.filter(({ sure }) => sure !== null).map(({ need }) => need),
  };
}

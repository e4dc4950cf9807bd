import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { dialogue } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { ReportContent } from "../../report/gather/content.ts";
import { edition } from "../../report/publish/edition.ts";
import { report } from "../../report/tables.ts";

type Dialogue = typeof dialogue.$inferSelect;

/** A version that came out, of a dialogue that is no rehearsal: all that the API speaks of. */
export interface PublishedVersion {
  readonly of: Dialogue;
  readonly number: number;
  readonly publishedAt: Date;
  readonly changeNote: string;
  readonly hash: string;
  readonly content: ReportContent;
}

export async function findPublished(db: Reader, slug: string, number?: number): Promise<PublishedVersion | null> {
  const [row] = await db
    .select({
      of: dialogue,
      number: report.number,
      publishedAt: report.publishedAt,
      changeNote: report.changeNote,
      hash: report.hash,
      content: report.content,
    })
    .from(report)
    .innerJoin(dialogue, eq(dialogue.id, report.dialogueId))
    .where(
      and(eq(dialogue.slug, slug), isNull(dialogue.rehearsalOf), number === undefined ? undefined : eq(report.number, number)),
    )
    .orderBy(desc(report.number))
    .limit(1);
  return row ?? null;
}

/** The newest version of every dialogue that has one, newest first, without what it says. */
export async function listPublished(db: Reader, origin: string) {
  const newest = sql`${report.number} = (select max(r.number) from report r where r.dialogue_id = ${report.dialogueId})`;
  const rows = await db
    .select({
      slug: dialogue.slug,
      title: sql<string>`${report.content}->>'title'`,
      language: dialogue.language,
      number: report.number,
      publishedAt: report.publishedAt,
      changeNote: report.changeNote,
      hash: report.hash,
    })
    .from(report)
    .innerJoin(dialogue, eq(dialogue.id, report.dialogueId))
    .where(and(isNull(dialogue.rehearsalOf), newest))
    .orderBy(desc(report.publishedAt), desc(dialogue.slug));
  return rows.map(({ slug, title, language, ...of }) => ({
    id: slug,
    titel: title,
    taal: language,
    ...versionOf(of),
    adres: `${origin}/verslag/${slug}/${of.number}`,
  }));
}

export const versionOf = (of: { number: number; publishedAt: Date; changeNote: string; hash: string }) => ({
  versie: of.number,
  editie: edition(of.number),
  gepubliceerdOp: of.publishedAt.toISOString(),
  wijziging: of.changeNote,
  hash: of.hash,
});

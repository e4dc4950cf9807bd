import { and, eq, inArray } from "drizzle-orm";
import { type dialogue, session } from "../db/schema.ts";
import { tellBeforeShown } from "../insights/telling.server.ts";
import type { Db, Reader } from "../platform/change.server.ts";
import type { ReportPage } from "./page.ts";
import { draftReport, findVersion, listVersions } from "./reports.server.ts";
import { readWords } from "./words.server.ts";

type Dialogue = typeof dialogue.$inferSelect;

/** A published version with its words; null when there is none of that number. */
export async function findReportPage(db: Reader, of: Dialogue, number?: number): Promise<ReportPage | null> {
  const version = await findVersion(db, of.id, number);
  if (!version) return null;
  const [words, versions] = await Promise.all([readWords(db, version.content), listVersions(db, of.id)]);
  return {
    slug: of.slug,
    number: version.number,
    hash: version.hash,
    publishedAt: version.publishedAt,
    content: version.content,
    ...words,
    versions: versions.map(({ number, publishedAt, changeNote }) => ({ number, publishedAt, changeNote })),
  };
}

/**
 * The draft as the public page would show it. While a session is going on it holds no figures: two looks at moving figures
 * would tell what somebody chose in between.
 */
export async function findDraftPage(db: Db, of: Dialogue, now: Date): Promise<ReportPage & { readonly live: boolean }> {
  const live = await isLive(db, of);
  if (!live) await tellBeforeShown(db, of.id, false);
  const drafted = (await draftReport(db, of, now)).content;
  const content = live
    ? { ...drafted, insights: [], analysis: null, results: null, priorities: null, shortLists: null }
    : drafted;
  const [words, versions] = await Promise.all([readWords(db, content), listVersions(db, of.id)]);
  return {
    live,
    slug: of.slug,
    number: null,
    hash: null,
    publishedAt: null,
    content,
    ...words,
    versions: versions.map(({ number, publishedAt, changeNote }) => ({ number, publishedAt, changeNote })),
  };
}

export async function isLive(db: Reader, of: Pick<Dialogue, "id">): Promise<boolean> {
  const rows = await db
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.dialogueId, of.id), inArray(session.state, ["lobby", "live"])));
  return rows.length > 0;
}

/** The number in an address, "2" or by its name, "1.1"; null when it is none. */
export function versionNumber(text: string | undefined): number | null {
  const edition = /^1\.(\d{1,5})$/.exec(text ?? "")?.[1];
  if (edition !== undefined) return Number(edition) + 1;
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import { type dialogue, session } from "../../dialogue/tables.ts";
import { lruCache } from "../../platform/cache/lru-cache.ts";
import type { Db, Reader } from "../../platform/database/change.server.ts";
import type { ContributionId } from "../../platform/ids.ts";
import { tellBeforeShown } from "../../session/outcomes/telling.server.ts";
import { citedIn } from "../gather/content.ts";
import { claimedIn, isLong, shownIn } from "../gather/lists.ts";
import { readWords } from "../gather/words.server.ts";
import { report } from "../tables.ts";
import type { ReportPage } from "./page.ts";
import { draftReport, findVersion, listVersions, type Version } from "./reports.server.ts";

export type Dialogue = typeof dialogue.$inferSelect;

/** A published version with all its words; null when there is none of that number. */
export async function findReportPage(db: Reader, of: Dialogue, number?: number): Promise<ReportPage | null> {
  const version = await findVersion(db, of.id, number);
  if (!version) return null;
  return pageOf(of, version, ...(await Promise.all([readWords(db, version.content), listVersions(db, of.id)])));
}

/** A published version as it is read on its page: of a long one without the words that stand in its appendix only. */
export async function findReadPage(db: Reader, of: Dialogue, number?: number): Promise<ReportPage | null> {
  const version = await findKept(db, of, number);
  if (!version) return null;
  const { content } = version;
  if (!isLong(content)) return pageOf(of, version, ...(await Promise.all([readWords(db, content), listVersions(db, of.id)])));
  const readable = await findReadable(db, claimedIn(content));
  const shown = shownIn(content, (id) => readable[id] ?? false);
  const read = await Promise.all([readWords(db, content, shown), listVersions(db, of.id)]);
  return { ...pageOf(of, version, ...read), readable };
}

/** The newest version with the words of what threads begin at and lead to: needs, and what the team names. */
export async function findThreadsPage(db: Reader, of: Dialogue): Promise<ReportPage | null> {
  const version = await findKept(db, of);
  if (!version) return null;
  const { content } = version;
  const all = [...content.themes.flatMap(({ needs }) => needs), ...content.unplaced, ...citedIn(content)];
  const only = new Set(all.map(({ id }) => id));
  return pageOf(of, version, ...(await Promise.all([readWords(db, content, only), listVersions(db, of.id)])));
}

/** What a version holds never changes: it is read once for its hash. */
const kept = lruCache<Version | null>(12);
export async function findKept(db: Reader, of: Pick<Dialogue, "id">, number?: number): Promise<Version | null> {
  const [known] = await db
    .select({ number: report.number, hash: report.hash })
    .from(report)
    .where(and(eq(report.dialogueId, of.id), number === undefined ? undefined : eq(report.number, number)))
    .orderBy(desc(report.number))
    .limit(1);
  return known ? kept(`${of.id} ${known.number} ${known.hash}`, () => findVersion(db, of.id, known.number)) : null;
}

export async function findReadable(db: Reader, ids: readonly ContributionId[]): Promise<Record<ContributionId, true>> {
  if (ids.length === 0) return {};
  const rows = await db
    .select({ id: contribution.id })
    .from(contribution)
    .where(
      and(
        sql`${contribution.id} = any(${sql.param([...ids])}::uuid[])`,
        eq(contribution.state, "visible"),
        ne(contribution.shared, "private"),
      ),
    );
  return Object.fromEntries(rows.map(({ id }) => [id, true as const]));
}

type Words = Awaited<ReturnType<typeof readWords>>;
function pageOf(of: Dialogue, version: Version, words: Words, versions: Awaited<ReturnType<typeof listVersions>>): ReportPage {
  return {
    slug: of.slug,
    language: of.language,
    number: version.number,
    hash: version.hash,
    publishedAt: version.publishedAt,
    content: version.content,
    appendix: `/verslag/${of.slug}/${version.number}/bijdragen`,
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
    language: of.language,
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

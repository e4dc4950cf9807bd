import type { dialogue } from "../../dialogue/tables.ts";
import type { Db } from "../../platform/database/change.server.ts";
import type { BlockId, ContributionId } from "../../platform/ids.ts";
import type { ReportBlock, ReportContent } from "../gather/content.ts";
import { findDraftPage } from "../publish/page.server.ts";
import type { Quote, ReportPage } from "../publish/page.ts";

/** The draft as far as a text needs it: its places, its figures, and the words that it names. */
export type BlockPage = Pick<ReportPage, "slug" | "number" | "content" | "quotes" | "insights">;

/** @param named as the text has them; null for one that is not kept yet */
export async function findBlockPage(
  db: Db,
  of: typeof dialogue.$inferSelect,
  id: BlockId,
  now: Date,
): Promise<{ page: BlockPage; named: Pick<ReportBlock, "cited" | "themes"> }> {
  const draft = await findDraftPage(db, of, now);
  const block = draft.content.blocks?.find((one) => one.id === id);
  const named = { cited: block?.cited ?? [], themes: block?.themes ?? [] };
  const themes = draft.content.themes.filter((theme) => named.themes.some((one) => one.id === theme.id));
  const wanted = [...named.cited, ...themes.flatMap(({ needs }) => needs)].map((one) => one.id);
  const quotes: Record<ContributionId, Quote> = {};
  for (const one of wanted) if (draft.quotes[one]) quotes[one] = draft.quotes[one];
  return { page: { slug: draft.slug, number: null, content: slim(draft.content), quotes, insights: draft.insights }, named };
}

/** Without what no text can ask for: this goes along to the browser. */
const slim = (content: ReportContent): ReportContent => ({
  ...content,
  blocks: [],
  notes: [],
  results: null,
  priorities: null,
  shortLists: null,
  insights: content.insights.map(({ earlier: _, compared: __, ...one }) => ({
    ...one,
    ballots: { ...one.ballots, fields: [], parties: [] },
    fits: { ...one.fits, fields: [], parties: [] },
  })),
});

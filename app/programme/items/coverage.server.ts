import { eq } from "drizzle-orm";
import { placement } from "../../contribution/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { ContributionId, DialogueId } from "../../platform/ids.ts";
import { shortList } from "../../session/weigh/tables.ts";
import { besideList, coverageOf, needsLeft } from "./coverage.ts";
import { findProgramme } from "./programme.server.ts";

/** What of the harvest has an item, for whom the items are, and the short list beside what was chosen. */
export async function findCoverage(db: Reader, dialogueId: DialogueId, to: "team" | "everybody") {
  const programme = await findProgramme(db, dialogueId);
  const { items, themes, needs, decisions, fields, parties, areas } = programme;
  const named = new Map(decisions.flatMap(({ need, item }) => (need ? [[need as string, item] as const] : [])));
  const left = needsLeft(items, needs, named);
  const list = await coveringList(db, dialogueId, to);
  return {
    needs: {
      all: needs.length,
      served: needs.length - left.length,
      left: left.map(({ number, text, theme }) => ({ number, text, theme })),
    },
    themes: { all: themes.length, left: themes.filter((one) => one.items.length === 0).map(({ id, name }) => ({ id, name })) },
    items: items.map(({ number, title }) => ({ number, title })),
    sides: coverageOf(items, { fields, parties, areas }),
    list: list ? besideList(list, themes) : null,
  };
}

/** The themes of the list that covers everyone, once the marks were counted; everybody sees it once it was shown. */
async function coveringList(db: Reader, dialogueId: DialogueId, to: "team" | "everybody"): Promise<string[] | null> {
  const [row] = await db.select().from(shortList).where(eq(shortList.dialogueId, dialogueId));
  if (!row?.figures || (to === "everybody" && !row.revealedAt)) return null;
  const ids = row.figures.shares.map(({ id }) => id);
  if (row.figures.over === "themes") return ids;
  const themes = [];
  for (const id of ids) {
    const [at] = await db
      .select({ theme: placement.themeId })
      .from(placement)
      .where(eq(placement.contributionId, id as ContributionId));
    if (at) themes.push(at.theme as string);
  }
  return [...new Set(themes)];
}

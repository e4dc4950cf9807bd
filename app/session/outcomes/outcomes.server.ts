import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { backing, contribution } from "../../contribution/tables.ts";
import { field, party } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, InsightId } from "../../platform/ids.ts";
import { insight } from "../insights/tables.ts";
import { conditionsFor, linksOf } from "./conditions.ts";
import { type InsightOutcome, outcomeOf } from "./outcome.ts";
import { shownGroups } from "./shown-groups.server.ts";
import { type ToldVerdict, tellVerdict } from "./told-verdict.ts";
import { verdictOf } from "./verdict.ts";

export interface Revealed extends InsightOutcome {
  readonly id: InsightId;
  readonly number: number;
  readonly text: string;
  /** Versions of one insight follow each other. */
  readonly version: number;
  readonly because: string;
  readonly told: ToldVerdict;
}

/** The outcomes that the facilitator revealed, as they were counted for it; of one insight when it is named. */
export async function revealedOutcomes(db: Reader, dialogueId: DialogueId, only?: InsightId): Promise<Revealed[]> {
  const shown = await db
    .select({
      id: insight.id,
      number: insight.number,
      text: insight.text,
      figures: insight.figures,
      version: insight.version,
      because: insight.changedBecause,
    })
    .from(insight)
    .where(
      and(
        eq(insight.dialogueId, dialogueId),
        inArray(insight.state, ["open", "replaced"]),
        isNotNull(insight.revealedAt),
        only && eq(insight.id, only),
      ),
    )
    .orderBy(asc(insight.position), asc(insight.number), asc(insight.version));
  if (shown.length === 0) return [];
  const [lists, groups] = await Promise.all([listsOf(db, dialogueId), shownGroups(db, dialogueId)]);
  const conditions = Map.groupBy(
    await conditionsOf(
      db,
      shown.map(({ id }) => id),
    ),
    ({ insightId }) => insightId,
  );
  return shown.flatMap(({ figures, ...one }) => {
    if (!figures) return [];
    const all = conditions.get(one.id) ?? [];
    const said = conditionsFor(all, linksOf(all), { id: "", own: [] });
    const verdict = verdictOf(
      { ...figures, conditions: said, groups: groups.get(one.id)?.holds ?? [] },
      lists.fields.map(({ id }) => id),
    );
    return {
      ...one,
      ...outcomeOf({ ballots: figures.ballots.total, fits: figures.fits.total }, groups.get(one.id)?.agree ?? []),
      told: tellVerdict(verdict, lists, said),
    };
  });
}

async function listsOf(db: Reader, dialogueId: DialogueId) {
  const [fields, parties] = await Promise.all([
    db
      .select({ id: field.id, name: field.name })
      .from(field)
      .where(and(eq(field.dialogueId, dialogueId), isNull(field.removedAt)))
      .orderBy(asc(field.position)),
    db
      .select({ id: party.id, name: party.name })
      .from(party)
      .where(and(eq(party.dialogueId, dialogueId), isNull(party.removedAt)))
      .orderBy(asc(party.position)),
  ]);
  return { fields, parties };
}

/** Conditions that everybody may read, with who stands behind each: told to nobody, but counted once where several say nearly the same. */
async function conditionsOf(db: Reader, insights: readonly InsightId[]) {
  return db
    .select({
      id: contribution.id,
      insightId: contribution.insightId,
      text: contribution.text,
      writer: contribution.personId,
      backers: sql<
        string[]
      >`array(select ${backing.personId} from ${backing} where ${backing.contributionId} = ${contribution.id})`,
    })
    .from(contribution)
    .where(
      and(
        inArray(contribution.insightId, [...insights]),
        matches(contribution, { kind: "condition", shared: "all", state: "visible" }),
      ),
    )
    .orderBy(asc(contribution.number));
}

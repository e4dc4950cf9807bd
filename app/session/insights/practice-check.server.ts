import { and, asc, eq, getTableColumns, inArray, or, sql } from "drizzle-orm";
import { backing, contribution } from "../../contribution/tables.ts";
import { session, step } from "../../dialogue/tables.ts";
import type { Linked } from "../../method/text/trigrams.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, InsightId, PersonId, SessionId } from "../../platform/ids.ts";
import { conditionsFor, linksOf, type SaidCondition, type SharedCondition } from "../outcomes/conditions.ts";
import type { Change, Proposal, Tested } from "../outcomes/tested.ts";
import { orderFor } from "./order.ts";
import { ballot, insight } from "./tables.ts";
import { causesOf } from "./versions.server.ts";
import { viewsOf } from "./views.server.ts";

export interface PracticeCheck {
  /** In the reader's own order: what they answered, then what is left as their turn comes. */
  readonly insights: readonly Tested[];
  readonly proposals: readonly Proposal[];
  /** By insight: conditions that others named. */
  readonly conditions: Readonly<Record<string, readonly SharedCondition[]>>;
  /** The insight that the facilitator put to everybody. */
  readonly focus: string | null;
  /** The step for which words are kept with an insight; null when the run sheet has none. */
  readonly stepId: string | null;
  /** Until when people may test, where the organiser set it and the session is not going on. */
  readonly until: Date | null;
}

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}

/** Never the figures: those come with the reveal. */
const { figures: _, figuresAt: _at, ...shownColumns } = getTableColumns(insight);

/** The practice check for one person: their own ballots and words, and of others only what anybody may read. */
export async function practiceCheck(db: Reader, at: At, me: PersonId): Promise<PracticeCheck> {
  const [rows, views, said, [held], [asks]] = await Promise.all([
    db
      .select({ insight: shownColumns, choice: ballot.choice, fit: ballot.fit, firstAt: ballot.firstAt })
      .from(insight)
      .leftJoin(ballot, and(eq(ballot.insightId, insight.id), eq(ballot.personId, me)))
      .where(
        and(eq(insight.dialogueId, at.dialogueId), or(inArray(insight.state, ["open", "replaced"]), eq(insight.authorId, me))),
      )
      .orderBy(asc(ballot.firstAt), asc(insight.position), asc(insight.number)), // unanswered last
    viewsOf(db, at.dialogueId),
    conditionsSaid(db, at.sessionId),
    db
      .select({ focusId: session.focusId, state: session.state, checkUntil: session.checkUntil })
      .from(session)
      .where(eq(session.id, at.sessionId)),
    db
      .select({ id: step.id })
      .from(step)
      .where(and(eq(step.sessionId, at.sessionId), sql`'ballot' = any(${step.collects})`))
      .orderBy(asc(step.position))
      .limit(1),
  ]);
  const open = rows.filter((row) => row.insight.state === "open");
  const causes = await causesOf(
    db,
    open.filter((row) => row.insight.version > 1).map((row) => row.insight.id),
  );
  const byId = new Map(rows.map((row) => [row.insight.id, row]));
  const changeOf = ({ insight: one }: (typeof rows)[number]): Change | null => {
    const before = one.replacesId && byId.get(one.replacesId);
    if (!before) return null;
    const { choice, fit } = before;
    return {
      again: one.repeatsId !== null,
      because: one.changedBecause,
      causes: (causes.get(one.id) ?? []).map(({ text }) => text),
      before: { text: before.insight.text, choice, fit },
    };
  };
  const tested = open.map((row): Tested & { firstAt: Date | null } => ({
    id: row.insight.id,
    number: row.insight.number,
    version: row.insight.version,
    text: row.insight.text,
    source: row.insight.source,
    choice: row.choice,
    fit: row.fit,
    revealed: row.insight.revealedAt !== null,
    proposed: row.insight.authorId !== null,
    own: row.insight.authorId === me,
    change: changeOf(row),
    firstAt: row.firstAt,
  }));
  const focused = held?.state === "live" && held.focusId ? latestOf(rows, held.focusId) : null;
  return {
    insights: inOrder(tested, views, me),
    proposals: rows
      .filter((row) => row.insight.authorId === me)
      .map(({ insight: { id, text, state, reason } }) => ({ id, text, state, reason })),
    conditions: Object.fromEntries(
      open.flatMap(({ insight: { id } }) => {
        const own = said.get(id);
        if (!own) return [];
        const mine = own.filter(({ writer }) => writer === me).map(({ text }) => text);
        const shown = conditionsFor(own, rememberedLinks(id, own), { id: me, own: mine });
        return shown.length > 0 ? [[id, shown]] : [];
      }),
    ),
    focus: focused,
    stepId: asks?.id ?? null,
    until: held && held.state !== "live" ? held.checkUntil : null,
  };
}

/** What was put to everybody may have got new words meanwhile. */
function latestOf(
  rows: readonly { readonly insight: Pick<typeof insight.$inferSelect, "id" | "state" | "number"> }[],
  id: InsightId,
): InsightId | null {
  const put = rows.find((row) => row.insight.id === id);
  return rows.find((row) => row.insight.state === "open" && row.insight.number === put?.insight.number)?.insight.id ?? null;
}

function inOrder(
  tested: readonly (Tested & { readonly firstAt: Date | null })[],
  views: Awaited<ReturnType<typeof viewsOf>>,
  person: PersonId,
): Tested[] {
  const answered = tested.filter(({ firstAt }) => firstAt !== null);
  const left = tested.filter(({ firstAt, revealed }) => firstAt === null && !revealed);
  const shown = tested.filter(({ firstAt, revealed }) => firstAt === null && revealed);
  const nobody = { seen: 0, agree: 0, skip: 0, extremity: 0 };
  const turns = orderFor(
    left.map(({ id, change }) => ({ id, ...(views.get(id as InsightId) ?? nobody), invited: change?.before.choice != null })),
    { person, answered: answered.length },
  );
  const place = new Map(turns.map((id, at) => [id, at]));
  const drawn = left.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  return [...answered, ...drawn, ...shown].map(({ firstAt: _, ...one }) => one);
}

async function conditionsSaid(db: Reader, sessionId: SessionId): Promise<Map<InsightId, SaidCondition[]>> {
  const rows = await db
    .select({
      insightId: contribution.insightId,
      id: contribution.id,
      text: contribution.text,
      writer: contribution.personId,
      backers: sql<
        string[]
      >`array(select ${backing.personId} from ${backing} where ${backing.contributionId} = ${contribution.id})`,
    })
    .from(contribution)
    .where(matches(contribution, { sessionId, kind: "condition", shared: "all", state: "visible" }))
    .orderBy(asc(contribution.number));
  const said = new Map<InsightId, SaidCondition[]>();
  for (const { insightId, ...one } of rows) if (insightId) said.set(insightId, [...(said.get(insightId) ?? []), one]);
  return said;
}

const remembered = new Map<string, { readonly texts: string; readonly links: readonly Linked[] }>();

/** Everybody's page asks for the same links, and they change only with the words. */
function rememberedLinks(id: string, said: readonly SaidCondition[]): readonly Linked[] {
  const texts = said.map(({ text }) => text).join("\n");
  const held = remembered.get(id);
  if (held?.texts === texts) return held.links;
  if (remembered.size > 500) remembered.clear();
  const links = linksOf(said);
  remembered.set(id, { texts, links });
  return links;
}

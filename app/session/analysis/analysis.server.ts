import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { AnalysisId, DialogueId } from "../../platform/ids.ts";
import { analysis } from "../insights/tables.ts";
import type { CountedFits, GroupFits } from "../outcomes/groups-told.ts";
import { type Points, type StoredAnalysis, unpackPoints } from "./analysis.ts";

/** An analysis as pages read it. Statements and fields go by their ids; no person stands in it. */
export interface Found {
  readonly id: AnalysisId;
  readonly at: Date;
  readonly method: number;
  readonly seed: number;
  /** With any ballot. */
  readonly people: number;
  /** "Not my field" is among them. */
  readonly ballots: number;
  readonly found: StoredAnalysis;
  /** With groups: where each insight fits, per group, as it was counted last. */
  readonly fits: GroupFits;
}

const columns = {
  id: analysis.id,
  at: analysis.at,
  method: analysis.method,
  settings: analysis.settings,
  people: analysis.people,
  ballots: analysis.ballots,
  found: analysis.found,
  fits: analysis.fits,
};
type Row = Omit<Found, "seed" | "fits"> & { readonly settings: { readonly seed: number }; readonly fits: CountedFits | null };
const plain = ({ settings, fits, ...row }: Row): Found => ({ ...row, seed: settings.seed, fits: fits?.of ?? {} });

/** The newest analysis of a dialogue; null before the first. It says more than may be shown: what is shown goes past the rule of five. */
export async function latestAnalysis(db: Reader, dialogueId: DialogueId): Promise<Found | null> {
  const [row] = await db
    .select(columns)
    .from(analysis)
    .where(eq(analysis.dialogueId, dialogueId))
    .orderBy(desc(analysis.seq))
    .limit(1);
  return row ? plain(row) : null;
}

/** The analysis that pages show: it moves on in steps, as figures do. */
export async function shownAnalysis(db: Reader, dialogueId: DialogueId): Promise<Found | null> {
  const [row] = await db
    .select(columns)
    .from(analysis)
    .where(and(eq(analysis.dialogueId, dialogueId), isNotNull(analysis.shownAt)))
    .orderBy(desc(analysis.seq))
    .limit(1);
  return row ? plain(row) : null;
}

/**
 * The newest analysis when it may be shown next: five people at the least came, chose anew or went since the one that is shown, or
 * it is of the very same ballots, of which the method says something else (another version, or after a rest [OG6]).
 */
export async function nextShown(db: Reader, dialogueId: DialogueId): Promise<AnalysisId | null> {
  const { rows } = await db.execute<{ id: AnalysisId }>(sql`
    with newest as (
      select id, at, people, input_hash, shown_at from analysis where dialogue_id = ${dialogueId} order by seq desc limit 1),
    shown as (
      select at, people, input_hash from analysis
      where dialogue_id = ${dialogueId} and shown_at is not null order by seq desc limit 1)
    select newest.id from newest left join shown on true
    where newest.shown_at is null and newest.people >= 5 and (shown.at is null or shown.people - newest.people >= 5 or shown.input_hash = newest.input_hash
      or 5 <= (select count(distinct b.person_id) from ballot b join insight i on i.id = b.insight_id
        where i.dialogue_id = ${dialogueId} and b.at > shown.at and b.at <= newest.at))`);
  return rows[0]?.id ?? null;
}

/** One that a version of the report points at. */
export async function findAnalysis(db: Reader, dialogueId: DialogueId, id: AnalysisId): Promise<Found | null> {
  const [row] = await db.select(columns).from(analysis).where(matches(analysis, { dialogueId, id }));
  return row ? plain(row) : null;
}

/** Where people stand, for the density of the map; never for dots that are people. */
export async function findPoints(db: Reader, id: AnalysisId): Promise<Points | null> {
  const [row] = await db.select({ points: analysis.points }).from(analysis).where(eq(analysis.id, id));
  return row ? unpackPoints(row.points) : null;
}

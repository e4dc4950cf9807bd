import { sql } from "drizzle-orm";
import { analyse } from "../../method/analysis/analysis.ts";
import { atFirst } from "../../method/analysis/calm.ts";
import { methodVersion } from "../../method/analysis/result.ts";
import type { Votes } from "../../method/analysis/votes/votes.ts";
import { canonical } from "../../platform/database/canonical.ts";
import type { Db } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { AnalysisId, DialogueId } from "../../platform/ids.ts";
import { packPoints, type StoredAnalysis, withoutPeople } from "../analysis/analysis.ts";
import { readBallots } from "../analysis/read-ballots.server.ts";
import { analysis } from "./tables.ts";

export type Recomputed =
  | { readonly status: "missing" }
  | { readonly status: "same"; readonly at: Date }
  | {
      readonly status: "differs";
      readonly at: Date;
      /** Another version of the method than the result was made with. */
      readonly method: { readonly before: number; readonly now: number } | null;
      /** Ballots changed, came or went since. */
      readonly input: { readonly before: Size; readonly now: Size; readonly later: number } | null;
      /** Which parts of the result came out otherwise. */
      readonly figures: readonly string[];
    };
interface Size {
  readonly people: number;
  readonly ballots: number;
}

/** Computes a kept analysis anew from the ballots of today, and holds the two side by side, to the bit. */
export async function recompute(db: Db, dialogueId: DialogueId, id: AnalysisId): Promise<Recomputed> {
  const [kept] = await db.select().from(analysis).where(matches(analysis, { dialogueId, id }));
  if (!kept) return { status: "missing" };
  const read = await readBallots(db, dialogueId);
  const { keep, keepStatus, calm: _, ...ask } = kept.settings;
  const result = analyse(read.votes, {
    ...ask,
    fields: read.fields,
    keep: { ...atFirst, status: keepStatus, k: keep, members: lettersAsKept(read.votes, kept.found, ask.seed) },
  });
  const figures = differing(kept.found, withoutPeople(result));
  if (!Buffer.from(packPoints(result)).equals(kept.points)) figures.push("points");
  const method = kept.method === methodVersion ? null : { before: kept.method, now: methodVersion };
  const input =
    kept.inputHash === read.hash
      ? null
      : {
          before: { people: kept.people, ballots: kept.ballots },
          now: { people: read.votes.people.length, ballots: read.ballots },
          later: await countLater(db, dialogueId, kept.at),
        };
  if (!method && !input && figures.length === 0) return { status: "same", at: kept.at };
  return { status: "differs", at: kept.at, method, input, figures };
}

/** Letters depend on the results before; a group is known again by its centre. */
function lettersAsKept(votes: Votes, { k, groups }: StoredAnalysis, seed: number): Record<string, readonly string[]> {
  if (k === 0) return {};
  const plain = analyse(votes, { seed, groups: k, nullRuns: 0, stabilityRuns: 0, heldOut: false });
  const letterOf = new Map(groups.map(({ id, centre }) => [centre.join(), id]));
  return Object.fromEntries(
    plain.groups.flatMap(({ centre, members }) => {
      const letter = letterOf.get(centre.join());
      return letter === undefined ? [] : [[letter, members]];
    }),
  );
}

/** Names of the parts that are not the same as they would be kept. */
function differing(then: StoredAnalysis, now: StoredAnalysis): string[] {
  const parts = new Set([...Object.keys(then), ...Object.keys(now)]) as Set<keyof StoredAnalysis>;
  return [...parts].filter((part) => part !== "method" && canonical(then[part]) !== canonical(now[part]));
}

async function countLater(db: Db, dialogueId: DialogueId, at: Date): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from ballot b join insight i on i.id = b.insight_id
    where i.dialogue_id = ${dialogueId} and b.at > ${at.toISOString()}::timestamptz`);
  return rows[0]?.n ?? 0;
}

import type pg from "pg";
import type { Answered } from "./ballot-sender.ts";

/** Keeps what was asked and what was said yes to, per person and insight, and lays it beside what the database holds. */
export function keepBooks(pool: pg.Pool, people: readonly { readonly id: string }[], insights: readonly string[]) {
  const acknowledged = new Map<string, string>();
  /** Asked since, without an answer: nobody knows whether it was kept. */
  const doubtful = new Map<string, Set<string>>();
  let yes = 0;
  const keyOf = (person: string, insight: string) => `${person} ${insight}`;
  return {
    acknowledged: () => yes,
    answered: (({ person, insight, choice }, outcome) => {
      const key = keyOf(person, insight);
      if (outcome === "unknown") {
        doubtful.set(key, (doubtful.get(key) ?? new Set()).add(choice));
        return;
      }
      if (outcome === "refused") return;
      yes += 1;
      acknowledged.set(key, choice);
      doubtful.delete(key);
    }) satisfies Answered,
    /** Lines in the log of ballots by these people. */
    async lines(): Promise<number> {
      const { rows } = await pool.query<{ n: number }>(
        "select count(*)::int as n from audit where what = 'ballot.cast' and actor = any($1)",
        [people.map(({ id }) => `person:${id}`)],
      );
      return rows[0]?.n ?? 0;
    },
    /** `lost`: acknowledged, and not there or other than acknowledged. `added`: there, and never asked. */
    async compare(): Promise<{ readonly lost: number; readonly added: number }> {
      const { rows } = await pool.query<{ person: string; insight: string; choice: string }>(
        `select person_id as person, insight_id as insight, choice from ballot
         where person_id = any($1::uuid[]) and insight_id = any($2::uuid[])`,
        [people.map(({ id }) => id), insights],
      );
      const kept = new Map(rows.map(({ person, insight, choice }) => [keyOf(person, insight), choice]));
      const mayBe = (key: string) => doubtful.get(key)?.has(kept.get(key) ?? "") ?? false;
      return {
        lost: [...acknowledged].filter(([key, choice]) => kept.get(key) !== choice && !mayBe(key)).length,
        added: [...kept].filter(([key, choice]) => acknowledged.get(key) !== choice && !mayBe(key)).length,
      };
    },
  };
}

import type pg from "pg";
import type { Db } from "../app/platform/database/change.server.ts";
import type { PersonId } from "../app/platform/ids.ts";
import type { Invented } from "./invented.ts";
import { guestCookie, postForm } from "./visitors.ts";

const choices = ["agree", "disagree", "skip", "not-my-field"] as const;

/** Everybody of an invented dialogue, voting on and on; it remembers what the server said yes to. */
export async function makeVoters(db: Db, pool: pg.Pool, made: Invented) {
  await pool.query("delete from ballot");
  await pool.query(
    `update session set state = 'live', turn = 1, current_step_id = $1, step_started_at = now(), step_ends_at = now() + interval '6 hours'`,
    [made.stepIds[5]],
  );
  const voters = await Promise.all(
    [...made.personIds.values()].map(async (id) => ({
      id: id as PersonId,
      cookie: await guestCookie(db, id, made.dialogueId),
    })),
  );
  const insights = [...made.insightIds.values()];
  // What was said yes to, per ballot; and what was asked since, of which nobody knows whether it was kept.
  const acknowledged = new Map<string, string>();
  const unknown = new Map<string, Set<string>>();
  let yes = 0;
  let round = 0;

  async function ballot(url: string, { id, cookie }: (typeof voters)[number], turn: number): Promise<boolean> {
    const insight = insights[turn % insights.length] ?? "";
    const choice = choices[(turn + voters.length) % choices.length] ?? "skip";
    const key = `${id} ${insight}`;
    const asked = unknown.get(key) ?? new Set();
    unknown.set(key, asked.add(choice));
    const answer = await postForm(url, cookie, { insight, choice }).catch(() => null);
    const ok = answer !== null && answer.status === 303 && !answer.headers.get("location")?.includes("melding");
    await answer?.arrayBuffer().catch(() => {});
    if (!ok) return false;
    acknowledged.set(key, choice);
    asked.clear();
    yes += 1;
    return true;
  }

  return {
    yes: () => yes,
    /** Votes as long as it may, also while nobody answers. @param origin where, asked for each ballot @param most how many at once */
    async vote(origin: () => string, going: () => boolean, most = voters.length): Promise<void> {
      const one = async (voter: (typeof voters)[number]) => {
        while (going()) {
          const url = `${origin()}/bijeenkomst/${made.sessionId}/stemmen`;
          if (!(await ballot(url, voter, round++))) await new Promise((resolve) => setTimeout(resolve, 50));
        }
      };
      await Promise.all(voters.slice(0, most).map(one));
    },
    /** @returns ballots that were acknowledged and are not kept, and those that are kept and nobody asked for */
    async compare(from: pg.Pool): Promise<{ readonly lost: string[]; readonly strange: string[]; readonly lines: number }> {
      const { rows } = await from.query<{ key: string; choice: string }>(
        "select person_id || ' ' || insight_id as key, choice from ballot",
      );
      const { rows: lines } = await from.query<{ n: number }>("select count(*)::int as n from audit where what = 'ballot.cast'");
      const kept = new Map(rows.map(({ key, choice }) => [key, choice]));
      const lost = [...acknowledged].filter(
        ([key, choice]) => kept.get(key) !== choice && !unknown.get(key)?.has(kept.get(key) ?? ""),
      );
      const twice = rows.length - kept.size;
      return {
        lost: lost.map(([key]) => key),
        strange: [
          ...[...kept.keys()].filter((key) => !acknowledged.has(key) && !unknown.get(key)?.size),
          ...(twice > 0 ? [`${twice} ballots stand there twice`] : []),
        ],
        lines: lines[0]?.n ?? 0,
      };
    },
    /** How many ballots were acknowledged, each counted once. */
    ballots: () => acknowledged.size,
  };
}

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Choice, type Votes, votesOf } from "../app/method/analysis/votes/votes.ts";
import { readCsv } from "../app/method/text/csv.ts";

const folder = path.resolve(import.meta.dirname, "../../shared/data/polis");

/** Real conversations are not shipped; tests on them skip where they are not beside the project. */
export const polisData = existsSync(folder);

export type Conversation = {
  readonly votes: Votes;
  /** the group that Polis published, per person; null where it has none */
  readonly published: readonly (string | null)[];
};

/** @returns a published export, without the statements that moderation rejected */
export function conversation(name: string): Conversation {
  const { header: head, rows: people } = readCsv(readFileSync(path.join(folder, name, "participants-votes.csv"), "utf8"));
  const { header: names, rows: lines } = readCsv(readFileSync(path.join(folder, name, "comments.csv"), "utf8"));
  const [id, moderated] = [names.indexOf("comment-id"), names.indexOf("moderated")];
  const rejected = new Set(lines.filter((line) => line[moderated] === "-1").map((line) => line[id]));
  const first = head.indexOf("n-disagree") + 1;
  const agreeing = head.indexOf("n-agree");
  // the sign differs between exports: the person's own count of agreements tells
  const sign = people.reduce((sum, row) => {
    const plus = row.slice(first).filter((cell) => cell === "1").length;
    const minus = row.slice(first).filter((cell) => cell === "-1").length;
    return sum + Math.abs(minus - Number(row[agreeing])) - Math.abs(plus - Number(row[agreeing]));
  }, 0);
  const ballots = people.flatMap((row) =>
    row
      .slice(first)
      .flatMap((cell, at) =>
        cell === undefined || cell === "" || rejected.has(head[first + at] ?? "")
          ? []
          : [{ person: row[0] ?? "", statement: head[first + at] ?? "", choice: (Number(cell) * (sign < 0 ? -1 : 1)) as Choice }],
      ),
  );
  const votes = votesOf(ballots);
  const groupOf = new Map(people.map((row) => [row[0], row[1] || null]));
  return { votes, published: votes.people.map((person) => groupOf.get(person) ?? null) };
}

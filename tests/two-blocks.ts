import { dialogue, person } from "../app/dialogue/tables.ts";
import { type Db, openLedger } from "../app/platform/database/change.server.ts";
import type { DialogueId } from "../app/platform/ids.ts";
import { ballot, insight } from "../app/session/insights/tables.ts";

/** Two blocks of people who choose the opposite on most insights, each with somebody who leaves one out. */
export async function twoBlocks(db: Db, { people = 40, insights = 12 } = {}) {
  const dialogueId = crypto.randomUUID() as DialogueId;
  await db.insert(dialogue).values({ id: dialogueId, slug: `d-${dialogueId}`, title: "Proef" });
  await db.transaction((tx) => openLedger(tx, dialogueId));
  const about = await db
    .insert(insight)
    .values(Array.from({ length: insights }, (_, n) => ({ dialogueId, number: n + 1, position: n, text: `Inzicht ${n + 1}` })))
    .returning({ id: insight.id });
  const who = await db
    .insert(person)
    .values(Array.from({ length: people }, () => ({})))
    .returning({ id: person.id });
  const cells = who.flatMap(({ id: personId }, i) =>
    about.flatMap(({ id: insightId }, j) => {
      if ((i + j) % 9 === 0) return [];
      const agrees = j === 0 || (i * 7 + j * 3) % 10 === 0 ? j === 0 : i % 2 === j % 2;
      return [{ personId, insightId, choice: (i + j) % 11 === 0 ? "not-my-field" : agrees ? "agree" : "disagree" } as const];
    }),
  );
  for (let from = 0; from < cells.length; from += 5_000) await db.insert(ballot).values(cells.slice(from, from + 5_000));
  return { dialogueId, insights: about.map(({ id }) => id), people: who.map(({ id }) => id), cells };
}

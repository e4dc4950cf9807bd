import { eq, inArray } from "drizzle-orm";
import { dialogue } from "../app/dialogue/tables.ts";
import { analyse } from "../app/method/analysis/analysis.ts";
import { change, type Db } from "../app/platform/database/change.server.ts";
import type { AnalysisId, DialogueId, InsightId } from "../app/platform/ids.ts";
import { standard } from "../app/session/analysis/analysis.ts";
import { readBallots } from "../app/session/analysis/read-ballots.server.ts";
import { type Recomputed, recompute } from "../app/session/insights/recompute.server.ts";
import { insight } from "../app/session/insights/tables.ts";
import type { Asked } from "./analyse-asked.ts";
import { asJson, timed } from "./analyse-json.ts";
import { analysisInWords } from "./analyse-words.ts";
import type { Outcome } from "./command.ts";
import { withDatabase } from "./database.ts";
import type { Progress } from "./progress.ts";

const refusals = {
  nl: {
    dialogue: (name: string) => `Er is geen dialoog ${name}. Geef het nummer of het adres ervan.`,
    result: (id: string) => `Deze dialoog heeft geen uitkomst ${id}. Het nummer staat in de gegevens van het verslag.`,
  },
  en: {
    dialogue: (name: string) => `There is no dialogue ${name}. Give its number or its address.`,
    result: (id: string) => `This dialogue has no result ${id}. The number stands in the data of the report.`,
  },
} as const;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Analyses where the ballots are kept; with a result, computes that one anew and says whether it is the same. */
export async function analyseDialogue(
  asked: Asked,
  from: { readonly dialogue: string; readonly result: string | null },
  progress: Progress,
): Promise<Outcome> {
  return withDatabase(async (db): Promise<Outcome> => {
    const dialogueId = await findDialogue(db, from.dialogue);
    if (!dialogueId) return { problem: refusals[asked.language].dialogue(from.dialogue.slice(0, 60)) };
    if (from.result !== null) return again(asked, db, dialogueId, from.result);
    const begun = performance.now();
    const { votes, fields } = await readBallots(db, dialogueId);
    const input = { read: performance.now() - begun, form: "dialogue", sign: "counted", replaced: 0 } as const;
    const { result, ms } = timed(progress, (tell) =>
      analyse(votes, {
        ...standard,
        seed: asked.seed,
        fields,
        ...(asked.groups === null ? {} : { groups: asked.groups }),
        ...(asked.withNull ? {} : { nullRuns: 0 }),
        progress: tell,
      }),
    );
    if (asked.json) {
      // it tells who stands in which group: that it was taken out is written down
      const deed = {
        scope: dialogueId,
        actor: "command",
        what: "analysis.export",
        subject: { kind: "dialogue", id: dialogueId },
      } as const;
      await change(db, deed, async () => {});
      return { json: asJson(result, input, ms) };
    }
    const texts = await textsOf(db, votes.statements);
    return { text: analysisInWords(asked.language, result, input, (id) => texts.get(id) ?? "") };
  });
}

async function findDialogue(db: Db, name: string): Promise<DialogueId | null> {
  const at = uuid.test(name) ? eq(dialogue.id, name as DialogueId) : eq(dialogue.slug, name);
  const [found] = await db.select({ id: dialogue.id }).from(dialogue).where(at);
  return found?.id ?? null;
}

async function textsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: insight.id, text: insight.text })
    .from(insight)
    .where(inArray(insight.id, ids as readonly InsightId[] as InsightId[]));
  return new Map(rows.map(({ id, text }) => [id, text]));
}

async function again(asked: Asked, db: Db, dialogueId: DialogueId, result: string): Promise<Outcome> {
  const missing = { problem: refusals[asked.language].result(result.slice(0, 60)) };
  if (!uuid.test(result)) return missing;
  const made = await recompute(db, dialogueId, result as AnalysisId);
  if (made.status === "missing") return missing;
  if (!asked.json) return { text: recomputedInWords(asked.language, made) };
  const { status, ...more } = made;
  return { json: { result, says: status, ...more } };
}

function recomputedInWords(language: "nl" | "en", made: Exclude<Recomputed, { status: "missing" }>): string {
  const dutch = language === "nl";
  if (made.status === "same") return dutch ? "hetzelfde" : "same";
  const { method, input, figures } = made;
  return [
    dutch ? "anders" : "different",
    ...(method
      ? [dutch ? `- methode: toen ${method.before}, nu ${method.now}` : `- method: then ${method.before}, now ${method.now}`]
      : []),
    ...(input
      ? [
          dutch
            ? `- de stemmen zijn sindsdien veranderd: toen ${input.before.ballots} van ${input.before.people} mensen, nu ${input.now.ballots} van ${input.now.people}; ${input.later} zijn van later`
            : `- the ballots changed since: then ${input.before.ballots} of ${input.before.people} people, now ${input.now.ballots} of ${input.now.people}; ${input.later} are of later`,
        ]
      : []),
    ...(figures.length > 0
      ? [dutch ? `- andere cijfers in: ${figures.join(", ")}` : `- other figures in: ${figures.join(", ")}`]
      : []),
  ].join("\n");
}

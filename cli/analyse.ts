import { analyse } from "../app/method/analysis/analysis.ts";
import { pick } from "../app/method/analysis/votes/votes.ts";
import { BadExport, faultInOneLine } from "../app/method/polis/polis.ts";
import { readStatements, readVotes } from "../app/organisation/transfer/files.server.ts";
import { type Asked, readArguments } from "./analyse-asked.ts";
import { analyseDialogue } from "./analyse-dialogue.ts";
import { asJson, type Input, timed } from "./analyse-json.ts";
import { analysisInWords } from "./analyse-words.ts";
import type { Outcome } from "./command.ts";
import { type Progress, progressOn } from "./progress.ts";

/** Analyses a Polis export, or the ballots of a dialogue where they are kept. */
export async function run(args: readonly string[]): Promise<Outcome> {
  const asked = readArguments(args);
  if ("problem" in asked) return asked;
  const progress = progressOn(process.stderr);
  try {
    const { from } = asked;
    return "dialogue" in from ? await analyseDialogue(asked, from, progress) : await analyseFile(asked, from, progress);
  } catch (fault) {
    if (!(fault instanceof BadExport)) throw fault;
    return { problem: faultInOneLine(fault.fault, asked.language) };
  } finally {
    progress.end();
  }
}

async function analyseFile(
  asked: Asked,
  from: { readonly votes: string; readonly comments: string | null },
  progress: Progress,
): Promise<Outcome> {
  const begun = performance.now();
  const statements = from.comments === null ? null : await readStatements(from.comments);
  const read = await readVotes(from.votes, statements, (share) =>
    progress.at(asked.language === "nl" ? "stemmen lezen" : "reading votes", share),
  );
  const rejected = new Set(statements?.filter((one) => one.rejected).map(({ id }) => id));
  const kept = [...read.votes.statements.keys()].filter((at) => !rejected.has(read.votes.statements[at] ?? ""));
  const votes = rejected.size === 0 ? read.votes : pick(read.votes, [...read.votes.people.keys()], kept);
  const input: Input = { read: performance.now() - begun, form: read.form, sign: read.sign, replaced: read.replaced };
  const { result, ms } = timed(progress, (tell) =>
    analyse(votes, {
      seed: asked.seed,
      ...(asked.groups === null ? {} : { groups: asked.groups }),
      ...(asked.withNull ? {} : { nullRuns: 0 }),
      progress: tell,
    }),
  );
  if (asked.json) return { json: asJson(result, input, ms) };
  const texts = new Map(statements?.map(({ id, text }) => [id, text]));
  return { text: analysisInWords(asked.language, result, input, (id) => texts.get(id) ?? "") };
}

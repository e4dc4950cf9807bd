import { parseArgs } from "node:util";
import { restore } from "../app/organisation/backup/backup.server.ts";
import { Refused } from "../app/platform/http/refused.ts";
import type { Outcome } from "./command.ts";
import { withDatabase } from "./database.ts";
import { eraseAllAgain, readErased } from "./erase-again.ts";
import { fileFault } from "./file-fault.ts";
import { progressOn } from "./progress.ts";

const usage = "Gebruik: klankbord restore BESTAND [--erased LIJST]";

const refusals: Readonly<Record<string, string>> = {
  "no-backup": "Dit is geen back-up van Klankbord.",
  torn: "Deze back-up is niet heel. Neem een andere.",
  "other-schema": "Deze back-up hoort bij een andere versie van Klankbord. Zet hem terug met die versie, en werk daarna bij.",
  "not-empty": "Deze installatie is niet leeg. Zet een back-up terug in een lege: een andere DATA_DIR of een andere database.",
  differs: "Wat in de database kwam, is niet wat in de back-up staat.",
};

/** Puts a backup into an empty installation, and erases again who was erased since. */
export async function run(args: readonly string[]): Promise<Outcome> {
  let given: { values: { erased?: string }; positionals: string[] };
  try {
    given = parseArgs({ args: [...args], options: { erased: { type: "string" } }, allowPositionals: true });
  } catch {
    return { problem: usage };
  }
  const [file, ...more] = given.positionals;
  if (!file || more.length > 0) return { problem: usage };
  const list = given.values.erased === undefined ? { ids: [] } : readErased(given.values.erased);
  if ("problem" in list) return { problem: `${list.problem} Er is niets teruggezet.` };
  return withDatabase(async (db): Promise<Outcome> => {
    const progress = progressOn(process.stderr);
    try {
      const { head, ...made } = await restore(db, file, progress.at);
      progress.end();
      return { json: { file, from: head.at, ...made, ...(await eraseAllAgain(db, list.ids)) } };
    } catch (error) {
      const problem = error instanceof Refused ? refusals[error.code] : fileFault(error, file);
      if (!problem) throw error;
      return { problem: error instanceof Refused ? `${problem} Er is niets teruggezet.` : problem };
    } finally {
      progress.end();
    }
  });
}

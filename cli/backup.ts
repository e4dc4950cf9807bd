import { existsSync } from "node:fs";
import { backUp } from "../app/organisation/backup/backup.server.ts";
import type { Outcome } from "./command.ts";
import { withDatabase } from "./database.ts";
import { fileFault } from "./file-fault.ts";
import { progressOn } from "./progress.ts";

/** Writes everything to one new file, while Klankbord runs. */
export async function run(args: readonly string[]): Promise<Outcome> {
  const [file] = args;
  if (args.length !== 1 || !file || file.startsWith("-")) return { problem: "Gebruik: klankbord backup BESTAND" };
  if (existsSync(file)) return { problem: `${file} is er al. Kies een andere naam.` };
  return withDatabase(async (db): Promise<Outcome> => {
    const progress = progressOn(process.stderr);
    try {
      const made = await backUp(db, file, progress.at);
      return { json: { file, ...made } };
    } catch (error) {
      const problem = fileFault(error, file);
      if (!problem) throw error;
      return { problem };
    } finally {
      progress.end();
    }
  });
}

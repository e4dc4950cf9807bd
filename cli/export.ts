import { existsSync, writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { dialogue } from "../app/dialogue/tables.ts";
import { filesOf } from "../app/network/library/file-tools.server.ts";
import { exportDialogue } from "../app/privacy/transfer/export.server.ts";
import type { Outcome } from "./command.ts";
import { withDatabase } from "./database.ts";
import { fileFault } from "./file-fault.ts";

/** Writes a whole dialogue to one new file, for another installation. */
export async function run(args: readonly string[]): Promise<Outcome> {
  const [slug, file] = args;
  if (args.length !== 2 || !slug || !file || file.startsWith("-"))
    return { problem: "Gebruik: klankbord export DIALOOG BESTAND" };
  if (existsSync(file)) return { problem: `${file} is er al. Kies een andere naam.` };
  return withDatabase(async (db, environment): Promise<Outcome> => {
    const [found] = await db.select({ id: dialogue.id }).from(dialogue).where(eq(dialogue.slug, slug));
    if (!found) return { problem: `Er is geen dialoog met de naam ${slug}. Kijk in het adres van de dialoog.` };
    const { store } = filesOf(environment);
    const { lines, counts, named, nameless, missing } = await exportDialogue(db, found.id, store);
    try {
      writeFileSync(file, `${lines.join("\n")}\n`, { flag: "wx", mode: 0o600 });
    } catch (error) {
      const problem = fileFault(error, file);
      if (!problem) throw error;
      return { problem };
    }
    return { json: { file, named, nameless, missing, counts } };
  });
}

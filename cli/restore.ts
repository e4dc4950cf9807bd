import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { inArray } from "drizzle-orm";
import { restore } from "../app/backup/backup.server.ts";
import { person } from "../app/db/schema.ts";
import type { DialogueId, PersonId } from "../app/ids.ts";
import type { Db } from "../app/platform/change.server.ts";
import { Refused } from "../app/platform/refused.ts";
import { erasePerson } from "../app/privacy/erase.server.ts";
import { eraseDialoguesAgain } from "../app/privacy/erase-dialogue.server.ts";
import type { Outcome } from "./command.ts";
import { withDatabase } from "./database.ts";
import { dialogueMark } from "./erase.ts";
import { fileFault } from "./file-fault.ts";
import { progressOn } from "./progress.ts";

const usage = "Gebruik: klankbord restore BESTAND [--erased LIJST]";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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
  const list = given.values.erased;
  let erased: string[];
  try {
    erased =
      list === undefined
        ? []
        : readFileSync(list, "utf8")
            .split(/\s+/)
            .filter(Boolean)
            .map((id) => id.toLowerCase());
  } catch (error) {
    return { problem: fileFault(error, list ?? "") ?? usage };
  }
  const wrong = erased.findIndex((id) => !uuid.test(id.replace(dialogueMark, "")));
  if (wrong >= 0)
    return { problem: `${list}: nummer ${wrong + 1} is geen nummer van een persoon of dialoog. Er is niets teruggezet.` };
  return withDatabase(async (db): Promise<Outcome> => {
    const progress = progressOn(process.stderr);
    try {
      const { head, ...made } = await restore(db, file, progress.at);
      progress.end();
      return { json: { file, from: head.at, ...made, ...(await eraseAllAgain(db, erased)) } };
    } catch (error) {
      const problem = error instanceof Refused ? refusals[error.code] : fileFault(error, file);
      if (!problem) throw error;
      return { problem: error instanceof Refused ? `${problem} Er is niets teruggezet.` : problem };
    } finally {
      progress.end();
    }
  });
}

async function eraseAllAgain(db: Db, list: readonly string[]) {
  const [dialogues, people] = [
    list.filter((id) => id.startsWith(dialogueMark)),
    list.filter((id) => !id.startsWith(dialogueMark)),
  ];
  const gone = await eraseDialoguesAgain(
    db,
    dialogues.map((id) => id.replace(dialogueMark, "") as DialogueId),
    "command",
  );
  return { erased: await eraseAgain(db, people as PersonId[]), erasedDialogues: gone };
}

async function eraseAgain(db: Db, ids: readonly PersonId[]): Promise<number> {
  if (ids.length === 0) return 0;
  const people = await db
    .select({ id: person.id, erasedAt: person.erasedAt })
    .from(person)
    .where(inArray(person.id, [...ids]));
  const left = people.filter(({ erasedAt }) => erasedAt === null);
  for (const { id } of left) await erasePerson(db, id, "command");
  return left.length;
}

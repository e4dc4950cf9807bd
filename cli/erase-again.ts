import { readFileSync } from "node:fs";
import { inArray } from "drizzle-orm";
import { person } from "../app/dialogue/tables.ts";
import type { Db } from "../app/platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../app/platform/ids.ts";
import { erasePerson } from "../app/privacy/erase/erase.server.ts";
import { eraseDialoguesAgain } from "../app/privacy/erase/erase-dialogue.server.ts";
import { fileFault } from "./file-fault.ts";

/** Before the number of a dialogue, on the list of what was erased. */
export const dialogueMark = "dialoog:";
export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads what `klankbord erase --list` wrote: numbers of people and dialogues, with white space between. */
export function readErased(file: string): { ids: string[] } | { problem: string } {
  try {
    const ids = readFileSync(file, "utf8")
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => id.toLowerCase());
    const wrong = ids.findIndex((id) => !uuid.test(id.replace(dialogueMark, "")));
    return wrong < 0 ? { ids } : { problem: `${file}: nummer ${wrong + 1} is geen nummer van een persoon of dialoog.` };
  } catch (error) {
    const problem = fileFault(error, file);
    if (!problem) throw error;
    return { problem };
  }
}

/** Erases again who and what was erased before, where an older state of the database came back. Who is gone already is passed over. */
export async function eraseAllAgain(
  db: Db,
  list: readonly string[],
): Promise<{ readonly erased: number; readonly erasedDialogues: number }> {
  const dialogues = list.filter((id) => id.startsWith(dialogueMark)).map((id) => id.replace(dialogueMark, ""));
  const people = list.filter((id) => !id.startsWith(dialogueMark));
  const erasedDialogues = await eraseDialoguesAgain(db, dialogues as DialogueId[], "command");
  return { erased: await erasePeopleAgain(db, people as PersonId[]), erasedDialogues };
}

async function erasePeopleAgain(db: Db, ids: readonly PersonId[]): Promise<number> {
  if (ids.length === 0) return 0;
  const people = await db
    .select({ id: person.id, erasedAt: person.erasedAt })
    .from(person)
    .where(inArray(person.id, [...ids]));
  const left = people.filter(({ erasedAt }) => erasedAt === null);
  for (const { id } of left) await erasePerson(db, id, "command");
  return left.length;
}

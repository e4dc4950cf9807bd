import { asc, eq, isNotNull } from "drizzle-orm";
import { findPersonByMail } from "../app/dialogue/people/people.server.ts";
import { person } from "../app/dialogue/tables.ts";
import { Refused } from "../app/platform/http/refused.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { erasePerson } from "../app/privacy/erase/erase.server.ts";
import { erasedDialogues } from "../app/privacy/erase/erase-dialogue.server.ts";
import type { Outcome } from "./command.ts";
import { withDatabase } from "./database.ts";
import { dialogueMark, eraseAllAgain, readErased, uuid } from "./erase-again.ts";

const usage = "Gebruik: klankbord erase E-MAILADRES of NUMMER, of: klankbord erase --list, of: klankbord erase --again LIJST";

/** Erases somebody, by mail address or id; also who cannot reach their own page any more. */
export async function run(args: readonly string[]): Promise<Outcome> {
  const [who, list, ...more] = args;
  if (who === "--again" && list && more.length === 0) return again(list);
  if (args.length !== 1 || !who || who === "--again") return { problem: usage };
  if (who === "--list") return listErased();
  return withDatabase(async (db): Promise<Outcome> => {
    const [byId] = uuid.test(who)
      ? await db
          .select()
          .from(person)
          .where(eq(person.id, who as PersonId))
      : [];
    const found = byId ?? (await findPersonByMail(db, who));
    if (!found || found.erasedAt)
      return { problem: `Er is niemand met ${uuid.test(who) ? "dit nummer" : "dit e-mailadres"}. Kijk of het klopt.` };
    try {
      await erasePerson(db, found.id, "command");
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { problem: "Dit is de enige organisator of beheerder. Geef eerst iemand anders die rol." };
    }
    return { json: { erased: found.id } };
  });
}

/** After the database went back to an earlier moment by its own means. */
async function again(file: string): Promise<Outcome> {
  const list = readErased(file);
  if ("problem" in list) return { problem: `${list.problem} Er is niets gewist.` };
  return withDatabase(async (db): Promise<Outcome> => ({ json: await eraseAllAgain(db, list.ids) }));
}

/** Numbers of everybody and every dialogue that was erased, for `klankbord restore --erased`: a backup still knows them. */
function listErased(): Promise<Outcome> {
  return withDatabase(async (db): Promise<Outcome> => {
    const people = await db
      .select({ id: person.id })
      .from(person)
      .where(isNotNull(person.erasedAt))
      .orderBy(asc(person.erasedAt));
    const dialogues = await erasedDialogues(db);
    return { text: [...people.map(({ id }) => id), ...dialogues.map((id) => `${dialogueMark}${id}`)].join("\n") };
  });
}

import { eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../platform/database/change.server.ts";
import type { PersonId } from "../../platform/ids.ts";
import { person } from "../tables.ts";

export async function findPersonByMail(db: Reader, mail: string) {
  const [row] = await db.select().from(person).where(sql`lower(${person.mail}) = lower(${mail.trim()})`);
  return row ?? null;
}

export async function findPerson(db: Reader, id: PersonId) {
  const [row] = await db.select().from(person).where(eq(person.id, id));
  return row ?? null;
}

/** The same address is the same person, whatever they are called this time. */
export async function personOf(tx: Tx, mail: string, name: string, locale: "nl" | "en"): Promise<PersonId> {
  const found = await findPersonByMail(tx, mail);
  if (found) {
    if (!found.name && name) await tx.update(person).set({ name }).where(eq(person.id, found.id));
    return found.id;
  }
  const [row] = await tx.insert(person).values({ mail: mail.trim(), name, locale }).returning({ id: person.id });
  if (!row) throw new Error("person not kept");
  return row.id;
}

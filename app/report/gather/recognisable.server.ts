import { and, eq, inArray, ne } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import type { ReportContent } from "./content.ts";
import { listStanding } from "./gather-heard.server.ts";
import { isOfFew, type Known, quotedIn } from "./recognisable.ts";

type Texts = Pick<ReportContent, "taken"> & { readonly blocks?: readonly { readonly text: string }[] | undefined };

/**
 * Quotes in texts whose writer may be known by the field that stands beside them.
 * @param of of this writer only
 * @returns numbers of contributions, lowest first
 */
export async function listRecognisable(
  db: Reader,
  dialogueId: DialogueId,
  { taken, blocks = [] }: Texts,
  of?: PersonId,
): Promise<number[]> {
  const numbers = quotedIn(blocks.map(({ text }) => text));
  const shown = taken.table.fields.flatMap(({ id, size }) => (size.status === "people" ? [id] : []));
  if (numbers.length === 0 || shown.length === 0) return [];
  const quoted = await db
    .select({ number: contribution.number, personId: contribution.personId, fieldId: contribution.fieldId })
    .from(contribution)
    .where(
      and(
        eq(contribution.dialogueId, dialogueId),
        inArray(contribution.number, numbers),
        eq(contribution.state, "visible"),
        ne(contribution.shared, "private"),
        eq(contribution.withoutField, false),
        of && eq(contribution.personId, of),
      ),
    );
  const asked = quoted.filter(({ personId, fieldId }) => personId !== null && fieldId !== null && shown.includes(fieldId));
  if (asked.length === 0) return [];
  const standing = await listStanding(db, dialogueId);
  const known = (personId: PersonId, fieldId: string | null): Known => {
    const own = standing.get(personId);
    return { field: fieldId, party: own?.partyId ?? null, province: own?.place?.province ?? null };
  };
  const all = [...standing].flatMap(([id, { admitted, fieldId }]) => (admitted ? [known(id, fieldId)] : []));
  return asked
    .filter(({ personId, fieldId }) => personId !== null && isOfFew(known(personId, fieldId), all))
    .map(({ number }) => number)
    .sort((a, b) => a - b);
}

import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { area, attendance, ballot, contribution, insight, person, registration, session } from "../db/schema.ts";
import type { DialogueId, FieldId, PartyId, PersonId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";
import type { Taken } from "./content.ts";
import { peopleTable } from "./people-table.ts";
import { type Counted, changedAtLeast, enoughChanged } from "./versions.ts";

/** Who took part: came to a session, wrote something or gave a ballot. */
export async function gatherTaken(
  db: Reader,
  dialogueId: DialogueId,
  lists: { readonly fields: readonly FieldId[]; readonly parties: readonly PartyId[] },
  before: { readonly figures: Taken; readonly counted: Counted } | null,
  now: Date,
): Promise<{ figures: Taken; counted: Counted }> {
  const since = await listSince(db, dialogueId);
  if (before) {
    const at = Date.parse(before.counted.at);
    const same = [...since.values()].filter((moment) => moment <= at).length;
    if (changedAtLeast(before.counted, { same, later: since.size - same }) < enoughChanged) return before;
  }
  const standing = await listStanding(db, dialogueId);
  const people = [...since.keys()].map((id) => {
    const own = standing.get(id);
    return { field: own?.fieldId ?? "", party: own?.partyId ?? "", province: own?.province ?? "" };
  });
  const table = peopleTable(
    lists,
    tally(people, ({ field, party }) => [field, party]),
  );
  const provinces = [...new Set(people.map(({ province }) => province).filter(Boolean))].sort((a, b) => a.localeCompare(b, "nl"));
  const areas = peopleTable(
    { fields: provinces, parties: ["all"] },
    tally(people, ({ province }) => [province, "all"]),
  );
  return {
    figures: {
      table,
      // A name alone would tell that somebody came from there: only areas of which the number is shown are named.
      areas: areas.fields.flatMap(({ id, size }) => (size.status === "people" ? { name: id, size } : [])),
    },
    counted: { at: now.toISOString(), people: since.size },
  };
}

function tally<T>(people: readonly T[], of: (one: T) => [string, string]) {
  const cells = new Map<string, { field: string; party: string; people: number }>();
  for (const one of people) {
    const [field, party] = of(one);
    const key = `${field} ${party}`;
    cells.set(key, { field, party, people: (cells.get(key)?.people ?? 0) + 1 });
  }
  return [...cells.values()];
}

/** Each person who took part, with the moment since when. Ballots alone give no moment: they move with each change of mind. */
async function listSince(db: Reader, dialogueId: DialogueId): Promise<Map<PersonId, number>> {
  const came = await db
    .select({ id: attendance.personId, at: sql<string>`min(${attendance.firstAt})` })
    .from(attendance)
    .innerJoin(session, eq(session.id, attendance.sessionId))
    .where(eq(session.dialogueId, dialogueId))
    .groupBy(attendance.personId);
  const wrote = await db
    .select({ id: contribution.personId, at: sql<string>`min(${contribution.createdAt})` })
    .from(contribution)
    .where(and(eq(contribution.dialogueId, dialogueId), isNotNull(contribution.personId)))
    .groupBy(contribution.personId);
  const chose = await db
    .selectDistinct({ id: ballot.personId })
    .from(ballot)
    .innerJoin(insight, eq(insight.id, ballot.insightId))
    .where(eq(insight.dialogueId, dialogueId));
  const since = new Map<PersonId, number>();
  for (const { id, at } of [...came, ...wrote])
    if (id) since.set(id, Math.min(since.get(id) ?? Number.POSITIVE_INFINITY, Date.parse(at)));
  for (const { id } of chose) if (!since.has(id)) since.set(id, 0);
  return since;
}

/** Field, party and province of each person, from the newest registration that was admitted. */
async function listStanding(db: Reader, dialogueId: DialogueId) {
  const rows = await db
    .select({
      personId: registration.personId,
      fieldId: registration.fieldId,
      partyId: registration.partyId,
      code: registration.areaCode,
      year: registration.areaYear,
    })
    .from(registration)
    .innerJoin(person, eq(person.id, registration.personId))
    .where(and(eq(registration.dialogueId, dialogueId), eq(registration.state, "admitted")))
    .orderBy(desc(registration.createdAt));
  const areas = await db
    .select({ code: area.code, year: area.year, name: area.name, kind: area.kind, parent: area.parentCode })
    .from(area)
    .where(inArray(area.kind, ["province", "municipality", "district", "focus"]));
  const known = new Map(areas.map((one) => [`${one.code} ${one.year}`, one]));
  const provinceOf = (code: string | null, year: number | null): string | null => {
    const found = code ? known.get(`${code} ${year}`) : undefined;
    if (!found) return null;
    return found.kind === "province" ? found.name : provinceOf(found.parent, year);
  };
  const standing = new Map<PersonId, { fieldId: FieldId | null; partyId: PartyId | null; province: string | null }>();
  for (const { personId, fieldId, partyId, code, year } of rows)
    if (!standing.has(personId)) standing.set(personId, { fieldId, partyId, province: provinceOf(code, year) });
  return standing;
}

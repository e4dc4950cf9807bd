import { and, eq, isNotNull, sql } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import { session } from "../../dialogue/tables.ts";
import { crowdsOf, type HeardBasis } from "../../disclosure/heard.ts";
import { peopleTable } from "../../disclosure/people-table.ts";
import { rowsTold, tellHeard, withFormerRows } from "../../disclosure/tell-heard.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, FieldId, PartyId, PersonId, SessionId } from "../../platform/ids.ts";
import { ballot, insight } from "../../session/insights/tables.ts";
import { attendance } from "../../session/tables.ts";
import { type Counted, changedAtLeast, enoughChanged } from "../publish/versions.ts";
import type { Taken } from "./content.ts";
import { listHeard } from "./gather-heard.server.ts";

type Basis = Counted & { readonly heard?: HeardBasis };

/** Who took part (came to a session, wrote something or gave a ballot), and how far people came from an invitation to a quote. */
export async function gatherTaken(
  db: Reader,
  dialogueId: DialogueId,
  of: {
    readonly fields: readonly FieldId[];
    readonly parties: readonly PartyId[];
    readonly sessions: readonly SessionId[];
    /** Who stands behind a need that a text rests on. */
    readonly quoted: ReadonlySet<PersonId>;
  },
  before: { readonly figures: Taken; readonly counted: Basis } | null,
  now: Date,
): Promise<{ figures: Taken; counted: Basis }> {
  const since = await listSince(db, dialogueId);
  if (before) {
    const at = Date.parse(before.counted.at);
    const same = [...since.values()].filter((moment) => moment <= at).length;
    if (changedAtLeast(before.counted, { same, later: since.size - same }) < enoughChanged) return before;
  }
  const { people, steps } = await listHeard(db, dialogueId, of.sessions, { took: new Set(since.keys()), quoted: of.quoted });
  const took = people.filter(({ reached }) => reached.includes("took"));
  const table = peopleTable(
    of,
    tally(took, ({ field, party }) => [field, party]),
  );
  const provinces = [...new Set(took.map(({ area }) => area).filter(Boolean))].sort((a, b) => a.localeCompare(b, "nl"));
  const areas = peopleTable(
    { fields: provinces, parties: ["all"] },
    tally(took, ({ area }) => [area, "all"]),
  );
  const counted = {
    ...{ crowds: crowdsOf(people), table, fields: of.fields, parties: of.parties, steps },
    // A name alone would tell that somebody came from there: only areas of which the number is shown are named.
    areas: areas.fields.flatMap(({ id, size }) => (size.status === "people" ? [{ name: id, size }] : [])),
  };
  const told = tellHeard(counted, before?.counted.heard ?? null, now);
  if (!told)
    return before ?? { figures: { table, areas: counted.areas }, counted: { at: now.toISOString(), people: since.size } };
  const former = before?.figures.heard;
  const towns = before?.figures.towns ?? [];
  const fewer = before && former && rowsTold(told.table) < rowsTold(before.figures.table);
  const { basis, ...figures } = fewer
    ? withFormerRows(told, { ...before.figures, heard: former, towns })
    : { ...told, ...(before && { towns }) };
  const townsAt = before && towns.length > 0 ? { townsAt: before.figures.townsAt ?? before.counted.at } : {};
  const rowsAt = fewer ? { rowsAt: before.figures.rowsAt ?? before.counted.at } : {};
  return { figures: { ...figures, ...rowsAt, ...townsAt }, counted: { at: now.toISOString(), people: since.size, heard: basis } };
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

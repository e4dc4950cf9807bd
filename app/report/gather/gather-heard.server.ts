import { and, asc, desc, eq, inArray, isNotNull, ne, or } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { step } from "../../dialogue/tables.ts";
import type { Crowd } from "../../disclosure/heard.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import { area } from "../../prepare/areas/tables.ts";
import { ballot, insight } from "../../session/insights/tables.ts";
import { stepAttendance } from "../../session/tables.ts";

/** Everybody who was invited, signed up or took part: of which field, party and province, and how far they came. */
export async function listHeard(
  db: Reader,
  dialogueId: DialogueId,
  sessions: readonly SessionId[],
  { took, quoted }: { readonly took: ReadonlySet<PersonId>; readonly quoted: ReadonlySet<PersonId> },
): Promise<{ people: Omit<Crowd, "people">[]; steps: { id: string; title: string }[] }> {
  const standing = await listStanding(db, dialogueId);
  const wrote = await listWriters(db, dialogueId);
  const chose = await listVoters(db, dialogueId);
  const { steps, there } = await listThere(db, sessions);
  const people = [...new Set([...standing.keys(), ...took])].map((id) => {
    const own = standing.get(id);
    const stages = {
      ...{ invited: own?.invited, signedUp: own?.signedUp, admitted: own?.admitted },
      ...{ took: took.has(id), wrote: wrote.has(id), chose: chose.has(id), quoted: quoted.has(id) },
    };
    const reached = [...Object.entries(stages).flatMap(([stage, yes]) => (yes ? [stage] : [])), ...(there.get(id) ?? [])];
    const { province = null, town = null } = own?.place ?? {};
    const where = { area: province ?? "", ...(town !== null && { town }) };
    return { field: own?.fieldId ?? "", party: own?.partyId ?? "", ...where, reached };
  });
  return { people, steps };
}

/** Of each person where they stand, from the newest registration that was admitted, else the newest; and how far they came on the list. */
export async function listStanding(db: Reader, dialogueId: DialogueId) {
  const rows = await db
    .select({
      personId: registration.personId,
      fieldId: registration.fieldId,
      partyId: registration.partyId,
      code: registration.areaCode,
      year: registration.areaYear,
      state: registration.state,
      source: registration.source,
    })
    .from(registration)
    .where(eq(registration.dialogueId, dialogueId))
    .orderBy(desc(registration.createdAt));
  const placeOf = await places(db);
  const standing = new Map<PersonId, ReturnType<typeof standsFor>>();
  const standsFor = (own: typeof rows) => {
    const from = own.find(({ state }) => state === "admitted") ?? own[0];
    return {
      ...{ fieldId: from?.fieldId ?? null, partyId: from?.partyId ?? null },
      place: from ? placeOf(from.code, from.year) : null,
      invited: own.some(({ source }) => source === "invitation"),
      signedUp: own.some(({ state }) => state !== "pending"),
      admitted: own.some(({ state }) => state === "admitted"),
    };
  };
  for (const [id, own] of Map.groupBy(rows, ({ personId }) => personId)) standing.set(id, standsFor(own));
  return standing;
}

interface Place {
  readonly province: string;
  readonly town: string | null;
}
/** The municipality and the province that an area is, or lies in. */
async function places(db: Reader) {
  const areas = await db
    .select({
      ...{ code: area.code, year: area.year, name: area.name, everyday: area.everydayName },
      ...{ kind: area.kind, parent: area.parentCode },
    })
    .from(area)
    .where(inArray(area.kind, ["province", "municipality", "district", "focus"]));
  const known = new Map(areas.map((one) => [`${one.code} ${one.year}`, one]));
  return function placeOf(code: string | null, year: number | null, town: string | null = null): Place | null {
    const found = code ? known.get(`${code} ${year}`) : undefined;
    if (!found) return null;
    if (found.kind === "province") return { province: found.name, town };
    return placeOf(found.parent, year, found.kind === "municipality" ? (found.everyday ?? found.name) : town);
  };
}

/** Who put a word on a table. */
async function listWriters(db: Reader, dialogueId: DialogueId): Promise<Set<PersonId>> {
  const shared = or(ne(contribution.shared, "private"), isNotNull(contribution.broughtAt));
  const rows = await db
    .selectDistinct({ id: contribution.personId })
    .from(contribution)
    .where(and(matches(contribution, { dialogueId, state: "visible" }), shared));
  return new Set(rows.flatMap(({ id }) => id ?? []));
}

async function listVoters(db: Reader, dialogueId: DialogueId): Promise<Set<PersonId>> {
  const rows = await db
    .selectDistinct({ id: ballot.personId })
    .from(ballot)
    .innerJoin(insight, eq(insight.id, ballot.insightId))
    .where(eq(insight.dialogueId, dialogueId));
  return new Set(rows.map(({ id }) => id));
}

/** The steps of sessions in their order, and which of them each person was there for. */
async function listThere(db: Reader, sessions: readonly SessionId[]) {
  const there = new Map<PersonId, string[]>();
  if (sessions.length === 0) return { steps: [], there };
  const rows = await db
    .select({ id: step.id, sessionId: step.sessionId, title: step.title })
    .from(step)
    .where(inArray(step.sessionId, [...sessions]))
    .orderBy(asc(step.position));
  const steps = sessions.flatMap((id) => rows.filter(({ sessionId }) => sessionId === id));
  const seen = await db
    .select({ stepId: stepAttendance.stepId, personId: stepAttendance.personId })
    .from(stepAttendance)
    .innerJoin(step, eq(step.id, stepAttendance.stepId))
    .where(inArray(step.sessionId, [...sessions]));
  for (const { stepId, personId } of seen) there.set(personId, [...(there.get(personId) ?? []), `step:${stepId}`]);
  return { steps: steps.map(({ id, title }) => ({ id, title })), there };
}

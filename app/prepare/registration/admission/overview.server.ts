import { and, asc, eq, isNull } from "drizzle-orm";
import { registration } from "../../../dialogue/people/tables.ts";
import { type dialogue as dialogueTable, field, party, session } from "../../../dialogue/tables.ts";
import type { Reader } from "../../../platform/database/change.server.ts";
import type { SessionId } from "../../../platform/ids.ts";
import { tally } from "../connection/checked.ts";
import { listAreas } from "../form/area-search.server.ts";
import { gapsIn } from "../invitations/gaps.ts";
import { connectionCheck } from "../tables.ts";
import { balance, type Person, suggestNext } from "./balance.ts";
import { areaCoverage, targetsOf } from "./coverage.ts";
import { countAccessNeeds, countFailed, listPeople, type PersonOfSession } from "./people-of-session.server.ts";

type Dialogue = typeof dialogueTable.$inferSelect;

/** The session an organiser looks at: the one asked for, else the first that is still to come. */
export async function chooseSession(db: Reader, of: Dialogue, asked: string | null) {
  const sessions = await db.select().from(session).where(eq(session.dialogueId, of.id)).orderBy(asc(session.startsAt));
  const here =
    sessions.find(({ id }) => id === asked) ??
    sessions.find(({ state }) => state !== "ended" && state !== "cancelled") ??
    sessions.at(-1) ??
    null;
  return { here, sessions: sessions.map(({ id, title, startsAt, endsAt, state }) => ({ id, title, startsAt, endsAt, state })) };
}

/** The session that a form was shown for, and no other. */
export async function sessionOfForm(db: Reader, of: Dialogue, form: FormData) {
  const { here } = await chooseSession(db, of, String(form.get("session") ?? ""));
  return here?.id === form.get("session") ? here : null;
}

/** Who is in and who is not yet, against what the organiser aims at. */
export async function findOverview(db: Reader, of: Dialogue, sessionId: SessionId, capacity: number) {
  const [people, fields, parties, areas, needs, failed, tests] = await Promise.all([
    listPeople(db, sessionId),
    db
      .select({ id: field.id, name: field.name, shape: field.shape, target: field.target })
      .from(field)
      .where(and(eq(field.dialogueId, of.id), isNull(field.removedAt)))
      .orderBy(asc(field.position)),
    db
      .select({ id: party.id, name: party.name, target: party.target })
      .from(party)
      .where(and(eq(party.dialogueId, of.id), isNull(party.removedAt)))
      .orderBy(asc(party.position)),
    listAreas(db),
    countAccessNeeds(db, sessionId),
    countFailed(db, of.id),
    db
      .select({ findings: connectionCheck.findings })
      .from(connectionCheck)
      .innerJoin(registration, eq(registration.id, connectionCheck.registrationId))
      .where(eq(registration.sessionId, sessionId)),
  ]);
  const targets = targetsOf(fields, parties);
  const persons = people.map(asPerson);
  const admitted = persons.filter(({ state }) => state === "admitted");
  const hopeful = persons.filter(({ state }) => state === "waiting" || state === "confirmed");
  const lists = { fields: fields.map(({ id }) => id), parties: parties.map(({ id }) => id), areas: [] };
  const suggested = suggestNext(hopeful, admitted, targets);
  const count = (state: PersonOfSession["state"]) => people.filter((one) => one.state === state).length;
  const free = Math.max(0, capacity - admitted.length);
  const present = people.filter(({ state }) => state === "admitted" || state === "waiting" || state === "confirmed");
  const balanced = balance(persons, lists, targets);
  const signedUp = present.map(({ fieldId, areaCode }) => ({ field: fieldId, areaCode }));
  return {
    fields,
    parties,
    balance: balanced,
    gaps: gapsIn(balanced, signedUp, areas),
    counts: {
      admitted: count("admitted"),
      waiting: count("waiting"),
      confirmed: count("confirmed"),
      pending: count("pending"),
      declined: count("declined"),
      free,
      over: Math.max(0, admitted.length - capacity),
    },
    /** In the order in which to admit for balance; the first `free` of them are proposed. */
    candidates: suggested.flatMap(({ id, fills }, at) => {
      const one = people.find((person) => person.id === id);
      const cell = fills.find(({ target }) => target.field && target.party);
      return one ? [{ ...asCandidate(one), proposed: at < free, fills: cell?.missing ?? 0 }] : [];
    }),
    areas: areaCoverage(
      present.map(({ areaCode }) => areaCode),
      areas,
    ),
    needs,
    failed,
    tested: tally(tests.map(({ findings }) => findings)),
  };
}

function asPerson(one: PersonOfSession): Person {
  const { id, state, fieldId, partyId, areaCode, organisation, queue } = one;
  return { id, state, field: fieldId, party: partyId, area: areaCode, organisation, queue };
}

function asCandidate(one: PersonOfSession) {
  const { id, state, name, field: fieldName, shape, party: partyName, area } = one;
  const work = [one.function, one.organisation].filter(Boolean).join(", ");
  return { id, state, name, work, field: fieldName, shape, party: partyName, area, since: one.confirmedAt ?? one.createdAt };
}

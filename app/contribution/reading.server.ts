import { and, asc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { nameShown } from "../dialogue/people/name-shown.ts";
import { registration } from "../dialogue/people/tables.ts";
import { field } from "../dialogue/tables.ts";
import { coalesceReads } from "../platform/cache/coalesce-reads.ts";
import type { Reader } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import type { ContributionId, GroupId, PersonId, SessionId } from "../platform/ids.ts";
import type { ContributionKind } from "./contribution.ts";
import type { Seen, TouchedField } from "./seen.ts";
import { backing, contribution } from "./tables.ts";

async function read(db: Reader, me: PersonId, where: SQL | undefined): Promise<Seen[]> {
  const rows = await db
    .select({
      contribution,
      name: registration.name,
      function: registration.function,
      shownAs: registration.shownAs,
      field: field.name,
      shape: field.shape,
      touches: sql<
        TouchedField[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', touched.id, 'name', touched.name, 'shape', touched.shape)
        order by touched.position) from field as touched where touched.id = any(contribution.touches)), '[]')`,
      sameAs: sql<Seen["sameAs"]>`(select jsonb_build_object('id', same.id, 'number', same.number) from contribution as same
        where same.id = contribution.same_as)`,
      backers: sql<number>`(select count(*)::int from ${backing} where ${backing.contributionId} = ${contribution.id})`,
      backed: sql<boolean>`exists (select 1 from ${backing} where ${backing.contributionId} = ${contribution.id} and ${backing.personId} = ${me})`,
    })
    .from(contribution)
    .leftJoin(
      registration,
      and(eq(registration.sessionId, contribution.sessionId), eq(registration.personId, contribution.personId)),
    )
    .leftJoin(field, eq(field.id, contribution.fieldId))
    .where(where)
    .orderBy(asc(contribution.number));
  return rows.map(({ contribution: c, name, function: work, shownAs, ...rest }) => ({
    id: c.id,
    number: c.number,
    kind: c.kind,
    text: c.text,
    situation: c.situation,
    forWhom: c.forWhom,
    tried: c.tried,
    weight: c.weight,
    howOften: c.howOften,
    wouldHelp: c.wouldHelp,
    shared: c.shared,
    state: c.state,
    hiddenReason: c.personId === me ? c.hiddenReason : null,
    redactedReason: c.personId === me ? c.redactedReason : null,
    own: c.personId === me,
    by: nameShown({ name: name ?? "", function: work ?? "", shownAs: shownAs ?? "none" }),
    stepId: c.stepId,
    insightId: c.insightId,
    together: c.togetherId,
    brought: c.broughtAt !== null,
    ...rest,
  }));
}

/** What was said in text stands in the talk itself, not among what lies on a table. */
const notTalk = ne(contribution.kind, "talk");

/** All that somebody brought in, whatever became of it; without what was said. */
export const ownContributions = (db: Reader, sessionId: SessionId, me: PersonId) =>
  read(db, me, and(matches(contribution, { sessionId, personId: me }), notTalk));

/** What lies on a group's table; what was shared with all from there stays on it. */
export const onTable = (db: Reader, groupId: GroupId, me: PersonId) =>
  read(
    db,
    me,
    and(
      eq(contribution.groupId, groupId),
      inArray(contribution.shared, ["group", "all"]),
      eq(contribution.state, "visible"),
      notTalk,
    ),
  );

/** What everybody in the session may read: its writer shared it with all, or its table brings it to the plenary. */
export const forAll = or(eq(contribution.shared, "all"), isNotNull(contribution.broughtAt));

const seenByAll = (sessionId: SessionId, kinds: readonly ContributionKind[]) =>
  and(eq(contribution.sessionId, sessionId), forAll, eq(contribution.state, "visible"), inArray(contribution.kind, [...kinds]));

/** What everybody in the session sees, in short: read once for all who come at once. */
export const listedForAll = coalesceReads((db: Reader, sessionId: SessionId, kinds: readonly ContributionKind[]) =>
  db
    .select({
      id: contribution.id,
      number: contribution.number,
      text: contribution.text,
      field: field.name,
      shape: field.shape,
      sameAs: contribution.sameAs,
      brought: sql<boolean>`${contribution.broughtAt} is not null`,
    })
    .from(contribution)
    .leftJoin(field, eq(field.id, contribution.fieldId))
    .where(seenByAll(sessionId, kinds))
    .orderBy(asc(contribution.number)),
);

/** Of what everybody in the session sees, these. */
export const sharedWithAll = (
  db: Reader,
  sessionId: SessionId,
  me: PersonId,
  kinds: readonly ContributionKind[],
  only?: readonly ContributionId[],
) => read(db, me, and(seenByAll(sessionId, kinds), only && inArray(contribution.id, [...only])));

/** Of these needs, those by others that somebody may read: shared with all of the session, or laid on a table where they sat. */
export const readableAmong = (
  db: Reader,
  { sessionId, personId }: { readonly sessionId: SessionId; readonly personId: PersonId },
  tables: readonly GroupId[],
  ids: readonly ContributionId[],
) =>
  read(
    db,
    personId,
    and(
      inArray(contribution.id, [...ids]),
      matches(contribution, { sessionId, kind: "need", state: "visible" }),
      or(isNull(contribution.personId), ne(contribution.personId, personId)),
      or(
        forAll,
        tables.length === 0 ? undefined : and(eq(contribution.shared, "group"), inArray(contribution.groupId, [...tables])),
      ),
    ),
  );

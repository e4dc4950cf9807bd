import { and, arrayOverlaps, asc, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { groupOf } from "../../contribution/table.server.ts";
import { backing, contribution } from "../../contribution/tables.ts";
import { mayWrite, type Writer } from "../../contribution/writer.server.ts";
import { nameShown } from "../../dialogue/people/name-shown.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { step } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ContributionId, GroupId, PersonId, SessionId, TogetherId } from "../../platform/ids.ts";
import { afterwards, type Brought, bundles, type GatherKind, gathering, type Lying, type TableDeed } from "./gather.ts";
import { gatherEvent, group } from "./tables.ts";

/**
 * Needs on one's own table are put together, taken apart, brought to the plenary or kept. Nobody's words change; who did it stands in
 * `gather_event`. What was withdrawn or hidden meanwhile stays out of it.
 * @throws Refused no-group, two-needs, not-yours, and what writing asks
 */
export async function gatherNeeds(
  db: Db,
  writer: Writer,
  wish: { readonly kind: GatherKind; readonly needs: readonly ContributionId[] },
): Promise<void> {
  const [first] = wish.needs;
  if (!first || (wish.kind === "together" && new Set(wish.needs).size < 2)) throw new Refused("two-needs", 422);
  const deed = deedBy(writer.personId, writer.dialogueId, `contribution.${wish.kind}`, "contribution", first);
  await change(db, deed, async (tx, { unchanged, now }) => {
    const groupId = await tableOf(tx, writer);
    const rows = await tx
      .select({
        id: contribution.id,
        state: contribution.state,
        together: contribution.togetherId,
        broughtAt: contribution.broughtAt,
      })
      .from(contribution)
      .where(and(matches(contribution, { groupId, kind: "need" }), ne(contribution.shared, "private")))
      .orderBy(asc(contribution.number));
    const visible = new Set(rows.filter(({ state }) => state === "visible").map(({ id }) => id));
    const needs = wish.needs.filter((id) => visible.has(id));
    if (needs.length < (wish.kind === "together" ? 2 : 1)) throw new Refused("not-yours", 404);
    const table = new Map(
      rows.map(({ id, together, broughtAt }): [ContributionId, Lying] => [id, { together, brought: broughtAt !== null }]),
    );
    const done = gathering(table, { kind: wish.kind, needs }, crypto.randomUUID() as TogetherId);
    if (done === null) return unchanged(undefined);
    await tx.insert(gatherEvent).values({ ...done, needs: [...done.needs], sessionId: writer.sessionId, byId: writer.personId });
    for (const [id, lying] of afterwards(table, done)) {
      const before = table.get(id);
      if (before?.together !== lying.together)
        await tx.update(contribution).set({ togetherId: lying.together }).where(eq(contribution.id, id));
      if (before?.brought !== lying.brought)
        await tx
          .update(contribution)
          .set({ broughtAt: lying.brought ? now : null })
          .where(eq(contribution.id, id));
    }
  });
}

/** The table somebody sits at now. */
async function tableOf(tx: Tx, writer: Writer): Promise<GroupId> {
  const { currentStepId } = await mayWrite(tx, writer);
  const [now] = currentStepId ? await tx.select().from(step).where(eq(step.id, currentStepId)) : [];
  const table = now && (await groupOf(tx, { sessionId: writer.sessionId, step: now }, writer.personId));
  if (!table) throw new Refused("no-group");
  return table.id;
}

/** What was done at a table lately, as far as these needs are about it. */
export async function tableDeeds(
  db: Reader,
  sessionId: SessionId,
  needs: readonly { readonly id: ContributionId; readonly number: number }[],
  me: PersonId | null,
  most = 12,
): Promise<TableDeed[]> {
  if (needs.length === 0) return [];
  const numbers = new Map(needs.map(({ id, number }) => [id, number]));
  const rows = await db
    .select({
      id: gatherEvent.id,
      kind: gatherEvent.kind,
      needs: gatherEvent.needs,
      byId: gatherEvent.byId,
      at: gatherEvent.at,
      name: registration.name,
      function: registration.function,
      shownAs: registration.shownAs,
    })
    .from(gatherEvent)
    .leftJoin(registration, and(eq(registration.sessionId, sessionId), eq(registration.personId, gatherEvent.byId)))
    .where(and(eq(gatherEvent.sessionId, sessionId), arrayOverlaps(gatherEvent.needs, [...numbers.keys()])))
    .orderBy(desc(gatherEvent.id))
    .limit(most);
  return rows.map(({ id, kind, needs: touched, byId, at, name, function: work, shownAs }) => ({
    id,
    kind,
    numbers: touched.flatMap((need) => numbers.get(need) ?? []).sort((a, b) => a - b),
    by: nameShown({ name: name ?? "", function: work ?? "", shownAs: shownAs ?? "none" }),
    own: byId === me,
    at,
  }));
}

/** How many people stand behind what lies together: who wrote one of its needs or recognised one, each once. */
export async function peopleTogether(db: Reader, ids: readonly TogetherId[]): Promise<ReadonlyMap<TogetherId, number>> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  const { rows } = await db.execute<{ id: TogetherId; people: number }>(sql`
    with lying as (
      select id, together_id, person_id from contribution
      where together_id = any(${sql.param(asked)}::uuid[]) and state = 'visible')
    select together_id as id, count(distinct person_id)::int as people
    from (select together_id, person_id from lying
      union all select lying.together_id, backing.person_id from lying join backing on backing.contribution_id = lying.id) as behind
    group by together_id`);
  return new Map(rows.map(({ id, people }) => [id, people]));
}

/** What the tables bring to the plenary, table by table. */
export async function broughtNeeds(db: Reader, sessionId: SessionId): Promise<Brought[]> {
  const rows = await db
    .select({
      id: contribution.id,
      text: contribution.text,
      together: contribution.togetherId,
      group: group.number,
      people: sql<number>`(select count(distinct person_id)::int from ${backing} where ${backing.contributionId} = ${contribution.id} and ${backing.personId} is distinct from ${contribution.personId}) + 1`,
    })
    .from(contribution)
    .leftJoin(group, eq(group.id, contribution.groupId))
    .where(and(eq(contribution.sessionId, sessionId), isNotNull(contribution.broughtAt), eq(contribution.state, "visible")))
    .orderBy(asc(group.number), asc(contribution.broughtAt), asc(contribution.number));
  const together = await peopleTogether(
    db,
    rows.flatMap((row) => row.together ?? []),
  );
  return bundles(rows.map((row) => ({ ...row, brought: true }))).flatMap(({ needs }) => {
    const [first] = needs;
    if (!first) return [];
    const people = needs.length > 1 && first.together ? (together.get(first.together) ?? first.people) : first.people;
    return [{ group: first.group, people, needs: needs.map(({ id, text }) => ({ id, text })) }];
  });
}

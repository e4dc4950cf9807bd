import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { change, type Db, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { CircleId, DialogueId, MemberId, PersonId, ThemeId } from "../../platform/ids.ts";
import { postAll } from "../../platform/mail/outbox.server.ts";
import { area } from "../../prepare/areas/tables.ts";
import { theme } from "../../themes/tables.ts";
import type { FoundPlace } from "../people/areas.server.ts";
import { notBlocked } from "../people/colleagues.server.ts";
import { type At, deedOf, requireMember } from "../people/members.server.ts";
import { networkMember } from "../tables.ts";
import { type CircleWords, circleLimits, daysKept } from "./circle.ts";
import { leave, removeCircles } from "./circle-leave.server.ts";
import { networkCircle, networkCirclePerson } from "./tables.ts";

export type Circle = typeof networkCircle.$inferSelect;

/**
 * Makes a circle. A consultation asks the chosen members by mail; a group is open to every member. The browser chose the id.
 * @throws Refused too-many-open, gone: the theme is not of this dialogue; few: too few colleagues; many: too many
 */
export async function makeCircle(
  db: Db,
  at: At,
  id: CircleId,
  words: CircleWords,
  asked: readonly MemberId[],
  place: FoundPlace | null = null,
): Promise<number> {
  return change(db, deedOf(at, "network.circle", { kind: "circle", id }), async (tx, { unchanged, now }) => {
    await requireMember(tx, at);
    const [before] = await tx.select({ number: networkCircle.number }).from(networkCircle).where(eq(networkCircle.id, id));
    if (before) return unchanged(before.number);
    const { dialogueId, personId } = at;
    const own = matches(networkCircle, { dialogueId, personId });
    if ((await tx.$count(networkCircle, own)) >= circleLimits.own) throw new Refused("too-many-open");
    if (words.theme) await requireTheme(tx, dialogueId, words.theme as ThemeId);
    const people = words.kind === "consultation" ? await membersOf(tx, at, asked) : [];
    if (words.kind === "consultation" && people.length < circleLimits.leastAsked) throw new Refused("few", 422);
    if (people.length >= circleLimits.people.consultation) throw new Refused("many", 422);
    const [last] = await tx
      .select({ n: sql<number>`coalesce(max(${networkCircle.number}), 0)::int` })
      .from(networkCircle)
      .where(eq(networkCircle.dialogueId, dialogueId));
    const number = (last?.n ?? 0) + 1;
    const { kind, title, about, theme: themeId } = words;
    await tx.insert(networkCircle).values({
      ...{ id, dialogueId, number, personId, kind, title, about, themeId: themeId as ThemeId | null, createdAt: now },
      ...{ areaCode: place?.code ?? null, areaYear: place?.year ?? null },
    });
    await tx
      .insert(networkCirclePerson)
      .values([{ circleId: id, personId, joinedAt: now }, ...people.map((one) => ({ circleId: id, personId: one }))]);
    await tellCircle(tx, { id, dialogueId }, people, "asked", "asked");
    return number;
  });
}

async function requireTheme(tx: Tx, dialogueId: DialogueId, id: ThemeId): Promise<void> {
  const known = await tx.select({ id: theme.id }).from(theme).where(matches(theme, { id, dialogueId }));
  if (known.length === 0) throw new Refused("gone");
}

/** The people behind these cards, without oneself and without who blocked oneself or is blocked. */
async function membersOf(tx: Tx, { dialogueId, personId }: At, ids: readonly MemberId[]): Promise<PersonId[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: networkMember.personId })
    .from(networkMember)
    .where(
      and(
        eq(networkMember.dialogueId, dialogueId),
        inArray(networkMember.id, [...ids]),
        ne(networkMember.personId, personId),
        notBlocked(dialogueId, personId),
      ),
    );
  return rows.map(({ id }) => id);
}

/** One letter to each, once per event. */
export const tellCircle = (
  tx: Tx,
  { id, dialogueId }: Pick<Circle, "id" | "dialogueId">,
  people: readonly PersonId[],
  what: "asked" | "dates" | "meeting",
  event: string,
) =>
  postAll(
    tx,
    people.map((personId) => ({
      ...{ personId, dialogueId, kind: "network.circle" as const, event: `${id}:${event}` },
      details: { circle: id, what },
    })),
  );

const areaName = sql<string | null>`coalesce(${area.everydayName}, ${area.name})`;
const ofArea = and(eq(area.code, networkCircle.areaCode), eq(area.year, networkCircle.areaYear));

/** Groups that every member may see, with how many are in it, and one's own circles. Newest first. */
export async function listCircles(db: Reader, { dialogueId, personId }: At) {
  const rows = await db
    .select({
      ...{ id: networkCircle.id, number: networkCircle.number, kind: networkCircle.kind, title: networkCircle.title },
      ...{ about: networkCircle.about, meetsAt: networkCircle.meetsAt, theme: theme.name },
      area: areaName,
      people: sql<number>`(select count(*)::int from network_circle_person p where p.circle_id = ${networkCircle.id} and p.joined_at is not null)`,
      mine: sql<
        "in" | "asked" | null
      >`(select case when p.joined_at is null then 'asked' else 'in' end from network_circle_person p
        where p.circle_id = ${networkCircle.id} and p.person_id = ${personId})`,
    })
    .from(networkCircle)
    .leftJoin(theme, eq(theme.id, networkCircle.themeId))
    .leftJoin(area, ofArea)
    .where(eq(networkCircle.dialogueId, dialogueId))
    .orderBy(sql`${networkCircle.number} desc`)
    .limit(200);
  return rows.filter(({ kind, mine }) => kind === "group" || mine !== null);
}

/** A circle as somebody may see it; a consultation is not there for who was not asked. */
export async function findCircle(db: Reader, at: At, number: number) {
  const [row] = await db
    .select({ circle: networkCircle, theme: theme.name, area: areaName })
    .from(networkCircle)
    .leftJoin(theme, eq(theme.id, networkCircle.themeId))
    .leftJoin(area, ofArea)
    .where(matches(networkCircle, { dialogueId: at.dialogueId, number }));
  if (!row) return null;
  const people = await db
    .select({ personId: networkCirclePerson.personId, joinedAt: networkCirclePerson.joinedAt, name: networkMember.name })
    .from(networkCirclePerson)
    .innerJoin(
      networkMember,
      and(eq(networkMember.personId, networkCirclePerson.personId), eq(networkMember.dialogueId, at.dialogueId)),
    )
    .where(eq(networkCirclePerson.circleId, row.circle.id))
    .orderBy(asc(networkCirclePerson.joinedAt), asc(networkMember.name));
  const own = people.find(({ personId }) => personId === at.personId);
  const mine = own ? (own.joinedAt ? ("in" as const) : ("asked" as const)) : null;
  if (row.circle.kind === "consultation" && mine === null) return null;
  return { ...row, people, mine, leads: row.circle.personId === at.personId };
}

/** @throws Refused gone */
export async function requireCircle(tx: Tx, at: At, id: CircleId, within: "any" | "in" | "leads"): Promise<Circle> {
  await requireMember(tx, at);
  const [found] = await tx
    .select()
    .from(networkCircle)
    .where(matches(networkCircle, { id, dialogueId: at.dialogueId }))
    .for("update");
  if (!found) throw new Refused("gone", 404);
  const [own] = await tx
    .select({ joinedAt: networkCirclePerson.joinedAt })
    .from(networkCirclePerson)
    .where(matches(networkCirclePerson, { circleId: id, personId: at.personId }));
  const may =
    within === "leads" ? found.personId === at.personId : within === "in" ? own?.joinedAt : found.kind === "group" || own;
  if (!may) throw new Refused("gone", 404);
  return found;
}

/** Joins a group, or says yes to a consultation. @throws Refused gone, full */
export async function joinCircle(db: Db, at: At, id: CircleId): Promise<void> {
  await change(db, deedOf(at, "network.circle-join", { kind: "circle", id }), async (tx, { unchanged, now }) => {
    const circle = await requireCircle(tx, at, id, "any");
    const [made] = await tx
      .insert(networkCirclePerson)
      .values({ circleId: id, personId: at.personId, joinedAt: now })
      .onConflictDoUpdate({
        target: [networkCirclePerson.circleId, networkCirclePerson.personId],
        set: { joinedAt: now },
        setWhere: sql`${networkCirclePerson.joinedAt} is null`,
      })
      .returning({ id: networkCirclePerson.personId });
    if (!made) return unchanged(undefined);
    if ((await tx.$count(networkCirclePerson, eq(networkCirclePerson.circleId, id))) > circleLimits.people[circle.kind])
      throw new Refused("full");
  });
}

/** Leaves, or says no. Who made a group leaves it to who is in it longest; nobody left, or a consultation without its case: all of it goes. */
export async function leaveCircle(db: Db, at: At, id: CircleId): Promise<void> {
  await change(db, deedOf(at, "network.circle-leave", { kind: "circle", id }), async (tx) => {
    await requireCircle(tx, at, id, "any");
    await leave(tx, at.personId, [id]);
  });
}

/** Ends a circle: nothing of it stays. Commitments are of who made them, and stay theirs. */
export async function endCircle(db: Db, at: At, id: CircleId): Promise<void> {
  await change(db, deedOf(at, "network.circle-end", { kind: "circle", id }), async (tx) => {
    await requireCircle(tx, at, id, "leads");
    await removeCircles(tx, [id]);
  });
}

/** Consultations of which the meeting is over for a week go, with all of it [NW24]. @returns how many */
export async function sweepConsultations(db: Db, now: Date): Promise<number> {
  const { rows } = await db.execute<{ dialogue_id: DialogueId }>(sql`
    select distinct dialogue_id from network_circle where kind = 'consultation' and meets_at < ${now.toISOString()}::timestamptz - make_interval(days => ${daysKept})`);
  let gone = 0;
  for (const { dialogue_id: dialogueId } of rows) {
    const subject = { kind: "dialogue", id: dialogueId };
    gone += await change(db, { scope: dialogueId, actor: "system", what: "network.circle-end", subject }, async (tx) => {
      const over = await tx.execute<{ id: CircleId }>(sql`
        select id from network_circle where dialogue_id = ${dialogueId} and kind = 'consultation'
          and meets_at < ${now.toISOString()}::timestamptz - make_interval(days => ${daysKept}) for update`);
      await removeCircles(
        tx,
        over.rows.map(({ id }) => id),
      );
      return over.rows.length;
    });
  }
  return gone;
}

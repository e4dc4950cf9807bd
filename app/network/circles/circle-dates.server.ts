import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import { change, type Db, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { CircleDateId, CircleId, PersonId } from "../../platform/ids.ts";
import { type At, deedOf } from "../people/members.server.ts";
import { type DateAnswer, dateAnswers } from "./circle.ts";
import { requireCircle, tellCircle } from "./circles.server.ts";
import { networkCircle, networkCircleAnswer, networkCircleDate, networkCirclePerson } from "./tables.ts";

const others = async (tx: Tx, circleId: CircleId, me: PersonId): Promise<PersonId[]> => {
  const rows = await tx
    .select({ id: networkCirclePerson.personId })
    .from(networkCirclePerson)
    .where(
      and(
        eq(networkCirclePerson.circleId, circleId),
        isNotNull(networkCirclePerson.joinedAt),
        ne(networkCirclePerson.personId, me),
      ),
    );
  return rows.map(({ id }) => id);
};

/** Moments to choose from; those that were proposed before go. Who is in it hears of it by mail. */
export async function proposeDates(db: Db, at: At, id: CircleId, moments: readonly Date[]): Promise<void> {
  await change(db, deedOf(at, "network.circle-dates", { kind: "circle", id }), async (tx, { now }) => {
    const circle = await requireCircle(tx, at, id, "leads");
    await clearDates(tx, id);
    await tx.insert(networkCircleDate).values(moments.map((startsAt) => ({ circleId: id, startsAt })));
    await tellCircle(tx, circle, await others(tx, id, at.personId), "dates", `dates:${now.getTime()}`);
  });
}

async function clearDates(tx: Tx, id: CircleId): Promise<void> {
  const dates = await tx.select({ id: networkCircleDate.id }).from(networkCircleDate).where(eq(networkCircleDate.circleId, id));
  for (const one of dates) await tx.delete(networkCircleAnswer).where(eq(networkCircleAnswer.dateId, one.id));
  await tx.delete(networkCircleDate).where(eq(networkCircleDate.circleId, id));
}

/** What suits somebody; the last one holds. Dates that are gone meanwhile are left out. */
export async function answerDates(
  db: Db,
  at: At,
  id: CircleId,
  answers: readonly { readonly date: CircleDateId; readonly answer: DateAnswer }[],
): Promise<void> {
  await change(db, deedOf(at, "network.circle-answer", { kind: "circle", id }), async (tx) => {
    await requireCircle(tx, at, id, "in");
    const dates = await tx.select({ id: networkCircleDate.id }).from(networkCircleDate).where(eq(networkCircleDate.circleId, id));
    for (const { date, answer } of answers.filter((one) => dates.some((known) => known.id === one.date)))
      await tx
        .insert(networkCircleAnswer)
        .values({ dateId: date, personId: at.personId, answer })
        .onConflictDoUpdate({ target: [networkCircleAnswer.dateId, networkCircleAnswer.personId], set: { answer } });
  });
}

/** The moments with how many each answer has, and one's own. */
export async function listDates(db: Reader, circleId: CircleId, me: PersonId) {
  const [dates, answers] = await Promise.all([
    db.select().from(networkCircleDate).where(eq(networkCircleDate.circleId, circleId)).orderBy(asc(networkCircleDate.startsAt)),
    db
      .select({ dateId: networkCircleAnswer.dateId, personId: networkCircleAnswer.personId, answer: networkCircleAnswer.answer })
      .from(networkCircleAnswer)
      .innerJoin(networkCircleDate, eq(networkCircleDate.id, networkCircleAnswer.dateId))
      .where(eq(networkCircleDate.circleId, circleId)),
  ]);
  return dates.map(({ id, startsAt }) => {
    const own = answers.filter(({ dateId }) => dateId === id);
    return {
      ...{ id, startsAt },
      mine: own.find(({ personId }) => personId === me)?.answer ?? null,
      answers: own.map(({ answer }) => answer),
      counts: dateAnswers.map((answer) => own.filter((one) => one.answer === answer).length),
    };
  });
}

/** When and where it meets next; the moments to choose from go, and everybody in it hears it by mail. @throws Refused gone */
export async function setMeeting(
  db: Db,
  at: At,
  id: CircleId,
  meeting: { readonly startsAt: Date; readonly place: string },
): Promise<void> {
  await change(db, deedOf(at, "network.circle-meeting", { kind: "circle", id }), async (tx, { unchanged, now }) => {
    const circle = await requireCircle(tx, at, id, "leads");
    if (circle.meetsAt?.getTime() === meeting.startsAt.getTime() && circle.place === meeting.place) return unchanged(undefined);
    if (meeting.startsAt <= now) throw new Refused("past", 422);
    await clearDates(tx, id);
    await tx
      .update(networkCircle)
      .set({ meetsAt: meeting.startsAt, place: meeting.place, sequence: circle.sequence + 1 })
      .where(eq(networkCircle.id, id));
    await tellCircle(tx, circle, await others(tx, id, at.personId), "meeting", `meeting:${circle.sequence + 1}`);
  });
}

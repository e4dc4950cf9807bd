import { eq } from "drizzle-orm";
import { change, type Db, deedBy, type Reader } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { PersonId } from "../../platform/ids.ts";
import type { Arranged, Arranging } from "../grouping/arrange.server.ts";
import { groupingFor } from "../grouping/arrange.server.ts";
import { dealable } from "../grouping/dealable.server.ts";
import { type DealAt, seatAt } from "../grouping/dealing.server.ts";
import { fewestAtTable } from "../grouping/repair.ts";
import { groupsIn, groupsOf, type SeatedGroup, type StepAt } from "./groups.server.ts";
import { group } from "./tables.ts";
import type { Topic } from "./topic.ts";

/** What people choose from in a step by theme. */
export async function topicsOf(
  db: Reader,
  at: DealAt & { readonly step: StepAt; readonly size: number },
): Promise<readonly Topic[]> {
  const seated = await groupsOf(db, at.sessionId, at.step);
  return topicsIn(seated?.groups ?? [], at.size);
}

function topicsIn(groups: readonly SeatedGroup[], size: number): Topic[] {
  const of = Map.groupBy(groups, ({ topic }) => topic);
  return [...of]
    .filter(([name]) => name !== "")
    .map(([name, tables]) => ({
      name,
      places: tables.reduce((sum, { members }) => sum + Math.max(0, size - members.length), 0),
    }));
}

/**
 * Somebody chooses a theme, or another one: they sit at the fullest of its tables that has room, so that nobody waits alone.
 * @throws Refused topic-full, not-yours
 */
export async function chooseTopic(
  db: Db,
  at: DealAt & { readonly step: StepAt & { readonly id: string }; readonly personId: PersonId },
  topic: string,
): Promise<void> {
  const deed = deedBy(at.personId, at.dialogueId, "seat.choose", "session", at.sessionId);
  await change(db, deed, async (tx, { unchanged }) => {
    const seated = at.step.mix === "theme" ? await groupsOf(tx, at.sessionId, at.step) : null;
    const made = seated && (await groupingFor(tx, at.step.id as Arranging["stepId"]));
    const tables = seated?.groups.filter((one) => one.topic === topic) ?? [];
    if (!made || topic === "" || tables.length === 0) throw new Refused("not-yours", 404);
    if (tables.some(({ members }) => members.includes(at.personId))) return unchanged(undefined);
    const room = tables.filter(({ members }) => members.length < made.size);
    const [to] = room.toSorted((a, b) => b.members.length - a.members.length || a.number - b.number);
    if (!to) throw new Refused("topic-full", 409);
    await seatAt(tx, made.id, at.personId, to.id);
  });
}

/** Who did not choose sits down where somebody waits for company, then at the emptiest table; tables where nobody sits go. */
export async function seatRest(db: Db, at: Arranging & { readonly present: readonly PersonId[] }): Promise<Arranged> {
  const deed = deedBy(at.who, at.dialogueId, "seat.repair", "step", at.stepId);
  return change(db, deed, async (tx, { unchanged }) => {
    const made = await groupingFor(tx, at.stepId);
    if (!made) return unchanged("no-such-group" as const);
    const groups = await groupsIn(tx, [made.id]);
    const sat = new Set(groups.flatMap(({ members }) => members));
    const here = new Set(at.present);
    const rest = (await dealable(tx, at)).filter(({ id }) => here.has(id) && !sat.has(id));
    const taken = groups.map(({ id, members }) => ({ id, n: members.length }));
    for (const { id: personId } of rest) {
      const room = taken.some(({ n }) => n < made.size) ? taken.filter(({ n }) => n < made.size) : taken;
      const waits = ({ n }: { n: number }) => (n > 0 && n < fewestAtTable ? 0 : 1);
      const [to] = room.toSorted((a, b) => waits(a) - waits(b) || a.n - b.n);
      if (!to) return unchanged("no-such-group" as const);
      await seatAt(tx, made.id, personId, to.id);
      to.n++;
    }
    for (const { id } of taken.filter(({ n }) => n === 0)) await tx.delete(group).where(eq(group.id, id));
    return "done";
  });
}

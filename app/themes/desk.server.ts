import type { ContributionId, DialogueId, PersonId, ThemeId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";
import { type Decision, type Desk, type DeskQuery, matches, type NeedLine, type ThemeLine } from "./desk.ts";
import { replay } from "./theme-history.ts";
import { letterOf } from "./theme-letters.ts";
import { peopleBehind, standing } from "./theme-standing.ts";
import {
  listBehind,
  listDone,
  listNeeds,
  listThemeRows,
  type Need,
  type StoredDone,
  type ThemeRow,
} from "./theme-store.server.ts";
import { undo, undoneSteps } from "./theme-undo.ts";

/** Everything the desk of the analyst shows. */
export async function findDesk(db: Reader, dialogueId: DialogueId, query: DeskQuery): Promise<Desk> {
  const [done, rows, needs, behind] = await Promise.all([
    listDone(db, dialogueId),
    listThemeRows(db, dialogueId),
    listNeeds(db, dialogueId),
    listBehind(db, dialogueId),
  ]);
  const byId = new Map(needs.map((need) => [need.id, need]));
  const now = standing(
    replay(done.map(({ operation }) => operation)),
    needs.map(({ id }) => id),
  );
  const placedOf = (ids: readonly ContributionId[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const visible = [...rows.values()].filter(({ id }) => now.themes.has(id));
  const themes = visible.map((row, at): ThemeLine => {
    const ids = now.themes.get(row.id) ?? [];
    return {
      id: row.id,
      letter: letterOf(at),
      name: row.name,
      description: row.description,
      needs: ids.length,
      people: peopleBehind(ids, behind).size,
      fields: new Set(placedOf(ids).flatMap(({ fieldId }) => fieldId ?? [])).size,
    };
  });
  const placed = [...now.themes.values()].flat();
  const pile = placedOf(now.notPlaced);
  const found = query.search ? pile.filter((need) => matches(wordsOf(need), query.search)) : pile;
  const at = Math.max(
    0,
    found.findIndex(({ id }) => id === query.need),
  );
  const current = found[at];
  const open = themes.find(({ id }) => id === query.theme);
  return {
    total: needs.length,
    placed: placed.length,
    people: peopleBehind(placed, behind).size,
    themes,
    pile: {
      size: pile.length,
      found: found.length,
      shown: found.slice(0, Math.max(query.upTo, at + 1)).map(lineOf),
      current: current ? { ...detailOf(current), people: behind.get(current.id)?.size ?? 0 } : null,
      next: found[(at + 1) % Math.max(found.length, 1)]?.id ?? null,
    },
    open: open ? { ...open, list: placedOf(now.themes.get(open.id) ?? []).map(lineOf) } : null,
    decisions: decisionsOf(done, rows, byId, query.me).slice(0, 8),
    last: done.at(-1)?.id ?? 0,
  };
}

const wordsOf = (need: Need) => [need.text, need.situation, need.forWhom, need.tried, need.wouldHelp].join("\n");
const lineOf = ({ id, number, text, field, shape, party, group }: Need): NeedLine => ({
  id,
  number,
  text,
  field,
  shape,
  party,
  group,
});
const detailOf = (need: Need) => {
  const { situation, forWhom, tried, weight, wouldHelp, createdAt } = need;
  return { ...lineOf(need), situation, forWhom, tried, weight, wouldHelp, createdAt };
};

/** The last decisions, newest first. Only those of which the need is still to be read say what it was. */
function decisionsOf(
  done: readonly StoredDone[],
  rows: ReadonlyMap<ThemeId, ThemeRow>,
  needs: ReadonlyMap<ContributionId, Need>,
  me: PersonId,
): Decision[] {
  const undone = undoneSteps(done);
  const steps = [...Map.groupBy(done, ({ step }) => step).entries()].reverse().slice(0, 8);
  const nameOf = (id: ThemeId | undefined) => (id ? (rows.get(id)?.name ?? null) : null);
  return steps.flatMap(([step, own]) => {
    const [first] = own;
    if (!first) return [];
    const { operation, by, byId, undoes } = own.find((one) => one.operation.kind !== "add") ?? first;
    const moved = own.flatMap((one) =>
      "need" in one.operation ? [one.operation.need] : "needs" in one.operation ? one.operation.needs : [],
    );
    const [only] = moved;
    const to =
      "into" in operation
        ? operation.into
        : "to" in operation
          ? operation.to
          : "theme" in operation
            ? operation.theme
            : undefined;
    return {
      step,
      kind: first.operation.kind === "add" ? "add" : operation.kind,
      text: moved.length === 1 && only ? (needs.get(only)?.text ?? null) : null,
      count: moved.length,
      theme: nameOf(to),
      from: nameOf("from" in operation ? operation.from : undefined),
      by,
      mine: byId === me,
      undone: undone.has(step),
      putsBack: undoes !== null,
      canUndo: undo(done, step, "" as ThemeId).status === "possible",
    };
  });
}

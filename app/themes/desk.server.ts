import { listRows } from "../dialogue/settings.server.ts";
import type { ContributionId, DialogueId, PersonId, ThemeId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";
import { within } from "../platform/within.ts";
import type { ReadingOrder } from "./advice.ts";
import { timesInTen } from "./advice.ts";
import { type Decision, type Desk, type DeskQuery, matches, type NeedDetail, type NeedLine, type ThemeLine } from "./desk.ts";
import type { Suggesting } from "./suggesting.server.ts";
import { replay, type Themes } from "./theme-history.ts";
import { letterOf } from "./theme-letters.ts";
import { peopleBehind, standing } from "./theme-standing.ts";
import {
  listBehind,
  listDone,
  listNeeds,
  listSure,
  listThemeRows,
  type Need,
  type StoredDone,
  type ThemeRow,
} from "./theme-store.server.ts";
import { undo, undoneSteps } from "./theme-undo.ts";
import { listTogether } from "./together.server.ts";

/** So sure the machine has to be before it places anything; the analyst chooses. */
const thresholds = [0.9, 0.8, 0.7, 0.6];

/**
 * Everything the desk of the analyst shows.
 * @param advisor the desk waits a few seconds for it at most, and is complete without
 */
export async function findDesk(
  db: Reader,
  dialogueId: DialogueId,
  query: DeskQuery,
  advisor?: Pick<Suggesting, "order" | "of" | "name" | "price">,
): Promise<Desk> {
  const ask = async <T>(question: (of: NonNullable<typeof advisor>) => Promise<T>): Promise<T | null> =>
    advisor ? within(advisorMs, () => question(advisor)).catch(() => null) : null;
  const [done, rows, needs, behind, sure, together, order] = await Promise.all([
    listDone(db, dialogueId),
    listThemeRows(db, dialogueId),
    listNeeds(db, dialogueId),
    listBehind(db, dialogueId),
    listSure(db, dialogueId),
    listTogether(db, dialogueId),
    ask((of) => of.order(dialogueId)),
  ]);
  const byId = new Map(needs.map((need) => [need.id, need]));
  const state = replay(done.map(({ operation }) => operation));
  const now = standing(
    state,
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
      seeds: row.seeds,
      needs: ids.length,
      people: peopleBehind(ids, behind).size,
      fields: new Set(placedOf(ids).flatMap(({ fieldId }) => fieldId ?? [])).size,
      bySelf: ids.filter((id) => sure.has(id)).length,
    };
  });
  const placed = [...now.themes.values()].flat();
  const pile = inReadingOrder(placedOf(now.notPlaced), order);
  const found = query.search ? pile.filter((need) => matches(wordsOf(need), query.search)) : pile;
  const at = Math.max(
    0,
    found.findIndex(({ id }) => id === query.need),
  );
  const current = found[at];
  const open = themes.find(({ id }) => id === query.theme);
  const inOpen = open ? (now.themes.get(open.id) ?? []) : [];
  const shown = open ? [] : found.slice(0, Math.max(query.upTo, Math.min(at + 1, mostShown)));
  const asked = [...new Set([...(current && !open ? [current.id] : []), ...shown.map(({ id }) => id)])].slice(0, mostAdvised);
  const [advice, name, prices] = await Promise.all([
    order ? ask((of) => of.of(dialogueId, asked)) : null,
    order && inOpen.length > 1 ? ask((of) => of.name(dialogueId, inOpen)) : null,
    order ? ask((of) => Promise.all(thresholds.map((threshold) => of.price(dialogueId, threshold)))) : null,
  ]);
  const adviceOf = new Map(advice?.map((one) => [one.need, one]));
  const onPile = new Set(now.notPlaced);
  const lineOf = (need: Need): NeedLine => {
    const { id, number, text, field, shape, party, group } = need;
    const own = adviceOf.get(id);
    const best = (own?.best ?? []).flatMap(({ theme, confidence }) =>
      now.themes.has(theme) ? [{ theme, times: order?.measured ? timesInTen(confidence) : null }] : [],
    );
    const alike = own?.alike.filter((other) => onPile.has(other)).length ?? 0;
    const lying = together.get(id)?.length ?? 0;
    const placedAt = sure.get(id);
    return {
      id,
      number,
      text,
      field,
      shape,
      party,
      group,
      best,
      alike,
      lying,
      sure: placedAt === undefined ? null : timesInTen(placedAt),
    };
  };
  const linesOf = (ids: readonly ContributionId[]) =>
    ids.flatMap((id) => {
      const need = byId.get(id);
      if (!need) return [];
      const theme = state.places.get(id);
      return [{ id, text: need.text, theme: theme ? (rows.get(theme)?.name ?? null) : null }];
    });
  const detailOf = (need: Need): NeedDetail => {
    const { situation, forWhom, tried, weight, wouldHelp, createdAt } = need;
    const people = behind.get(need.id)?.size ?? 0;
    const lying = together.get(need.id) ?? [];
    const alike = adviceOf.get(need.id)?.alike ?? [];
    return {
      ...lineOf(need),
      situation,
      forWhom,
      tried,
      weight,
      wouldHelp,
      createdAt,
      people,
      near: linesOf(alike.filter((id) => !lying.includes(id))),
      together: linesOf(lying),
    };
  };
  return {
    total: needs.length,
    placed: placed.length,
    people: peopleBehind(placed, behind).size,
    themes,
    pile: {
      size: pile.length,
      found: found.length,
      shown: shown.map(lineOf),
      current: current ? detailOf(current) : null,
      next: found[(at + 1) % Math.max(found.length, 1)]?.id ?? null,
      previous: found[at - 1]?.id ?? null,
    },
    open: open ? { ...open, list: placedOf(inOpen).map(lineOf), phrases: name?.phrases ?? [] } : null,
    machine: order && prices ? { measured: order.measured, prices } : null,
    ...decisionsOf(done, state, rows, byId, query.me),
    last: done.at(-1)?.id ?? 0,
  };
}

const wordsOf = (need: Need) => [need.text, need.situation, need.forWhom, need.tried, need.wouldHelp].join("\n");
/** The fields of the dialogue, each with an id for the theme that it could become. */
export async function findFirstFrame(db: Reader, dialogueId: DialogueId): Promise<string[]> {
  const fields = await listRows(db, "field", dialogueId);
  return fields.filter(({ removed }) => !removed).map(({ name }) => `${crypto.randomUUID()}:${name}`);
}

const advisorMs = 4_000;
const mostAdvised = 500;
const mostShown = 2_000;

/** Alike ones together; what the machine does not know yet comes last, as it came in. */
function inReadingOrder(pile: readonly Need[], order: ReadingOrder | null): readonly Need[] {
  if (!order) return pile;
  const place = new Map(order.needs.map((id, at) => [id, at]));
  return [...pile].sort((a, b) => (place.get(a.id) ?? place.size) - (place.get(b.id) ?? place.size));
}

/** Decisions, newest first: the last eight, and the last of the reader that can be put back. Only those of which the need is still to be read say what it was. */
function decisionsOf(
  done: readonly StoredDone[],
  state: Themes,
  rows: ReadonlyMap<ThemeId, ThemeRow>,
  needs: ReadonlyMap<ContributionId, Need>,
  me: PersonId,
): { readonly decisions: readonly Decision[]; readonly back: Decision | null } {
  const undone = undoneSteps(done);
  const steps = [...Map.groupBy(done, ({ step }) => step).entries()].reverse();
  const nameOf = (id: ThemeId | undefined) => (id ? (rows.get(id)?.name ?? null) : null);
  const isPossible = (step: number) => undo(done, step, "" as ThemeId, state).status === "possible";
  const decisionOf = ([step, own]: readonly [number, readonly StoredDone[]]): Decision[] => {
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
    const into = new Set(own.flatMap((one) => (one.operation.kind === "place" ? one.operation.theme : [])));
    const added = own.filter((one) => one.operation.kind === "add").length;
    const decision: Decision = {
      step,
      kind: added > 1 ? "begin" : added === 1 ? "add" : operation.kind,
      text: moved.length === 1 && only ? (needs.get(only)?.text ?? null) : null,
      count: added > 1 ? added : moved.length,
      theme: into.size > 1 ? null : nameOf(to),
      bySelf: first.sure,
      from: nameOf("from" in operation ? operation.from : undefined),
      by,
      mine: byId === me,
      undone: undone.has(step),
      putsBack: undoes !== null,
      canUndo: isPossible(step),
    };
    return [decision];
  };
  const own = steps.find(
    ([step, [first]]) => first?.byId === me && first.undoes === null && !undone.has(step) && isPossible(step),
  );
  return { decisions: steps.slice(0, 8).flatMap(decisionOf), back: own ? (decisionOf(own)[0] ?? null) : null };
}

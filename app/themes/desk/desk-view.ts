import type { ContributionId, ThemeId } from "../../platform/ids.ts";
import { priceOf, timesInTen } from "../suggestions/advice.ts";
import type { Advice } from "../suggestions/packed-advice.ts";
import { letterOf } from "../theme-letters.ts";
import { peopleBehind, standing } from "../theme-standing.ts";
import {
  type Desk,
  type DeskQuery,
  finder,
  type ListAnswer,
  type Listed,
  type ListQuery,
  mostListed,
  type NeedDetail,
  type NeedLine,
  plain,
  type ThemeLine,
} from "./desk.ts";
import { decisionsOf } from "./desk-decisions.ts";
import type { DeskState, Need } from "./desk-state.ts";

/** So sure the machine has to be before it places anything; the analyst chooses. */
const thresholds = [0.9, 0.8, 0.7, 0.6];
/** Of a longer text the list shows the beginning; it opens to all of it. */
const mostShown = 300;

export type DeskView = ReturnType<typeof layOut>;

/** Lays out the desk once, however often it is then looked at. */
export function layOut(state: DeskState, advice: Advice | null) {
  const { needs, rows, history, behind, sure, together } = state;
  const now = standing(history.state, [...needs.keys()]);
  const placeIn = (id: ContributionId) => advice?.placeOf.get(id) ?? Number.MAX_SAFE_INTEGER;
  /** Alike ones together; what the machine does not know yet comes last, as it came in. */
  const inReadingOrder = (ids: readonly ContributionId[]) => {
    if (!advice) return ids;
    const wanted = new Set(ids);
    return [...advice.ids.filter((id) => wanted.has(id)), ...ids.filter((id) => !advice.placeOf.has(id))];
  };
  const pile = inReadingOrder(now.notPlaced);
  const onPile = new Set(pile);
  const themes = [...rows.values()]
    .filter(({ id }) => now.themes.has(id))
    .map((row, at): ThemeLine => {
      const ids = now.themes.get(row.id) ?? [];
      return {
        id: row.id,
        letter: letterOf(at),
        name: row.name,
        description: row.description,
        seeds: row.seeds,
        needs: ids.length,
        people: peopleBehind(ids, behind).size,
        fields: new Set(ids.flatMap((id) => needs.get(id)?.fieldId ?? [])).size,
        bySelf: ids.filter((id) => sure.has(id)).length,
      };
    });
  const placed = [...now.themes.values()].flat();
  const people = peopleBehind(placed, behind).size;
  const measured = advice?.measured ?? null;
  const prices = advice
    ? thresholds.map((threshold) =>
        priceOf(
          threshold,
          pile.map((id) => advice.surest(id)),
          measured,
        ),
      )
    : null;
  const last = history.done.at(-1)?.id ?? 0;
  const stand = [last, state.words.slice(0, 8), advice?.trained ?? 0].join("-");
  /** All words for one need, under the number of the first. */
  const wordings = Map.groupBy(needs.values(), ({ sameAs, number }) => sameAs ?? number);
  const texts = new Map<ContributionId, string>();
  const openLists = new Map<string, readonly ContributionId[]>();
  let lastFound: { readonly key: string; readonly ids: readonly ContributionId[] } | null = null;

  function textOf(id: ContributionId): string {
    const known = texts.get(id);
    if (known !== undefined) return known;
    const need = needs.get(id);
    const text = need ? plain([need.text, need.situation, need.forWhom, need.tried, need.wouldHelp].join("\n")) : "";
    texts.set(id, text);
    return text;
  }

  function listOf(theme: string | null): readonly ContributionId[] {
    if (theme === null) return pile;
    const known = openLists.get(theme) ?? inReadingOrder(now.themes.get(theme as ThemeId) ?? []); // not a theme: empty
    openLists.set(theme, known);
    return known;
  }

  function found({ theme, search }: Pick<ListQuery, "theme" | "search">): readonly ContributionId[] {
    const all = listOf(theme);
    if (search.trim() === "") return all;
    const key = JSON.stringify([theme, search]);
    if (lastFound?.key !== key) {
      const isFound = finder(search);
      lastFound = { key, ids: all.filter((id) => isFound(textOf(id))) };
    }
    return lastFound.ids;
  }

  function lineOf(id: ContributionId): NeedLine[] {
    const need = needs.get(id);
    if (!need) return [];
    const own = onPile.has(id) ? (advice?.of(id) ?? null) : null;
    const placedAt = sure.get(id);
    return [
      {
        id,
        number: need.number,
        text: need.text.length > mostShown ? `${need.text.slice(0, mostShown)}…` : need.text,
        field: need.field,
        shape: need.shape,
        party: need.party,
        group: need.group,
        best: (own?.best ?? []).flatMap(({ theme, confidence }) =>
          now.themes.has(theme) ? [{ theme, times: measured ? timesInTen(confidence) : null }] : [],
        ),
        alike: (own?.alike ?? []).filter((other) => onPile.has(other)).length,
        lying: together.get(id)?.length ?? 0,
        sure: placedAt === undefined ? null : timesInTen(placedAt),
      },
    ];
  }

  function detailOf(need: Need): NeedDetail[] {
    const { situation, forWhom, tried, weight, howOften, wouldHelp, touches, sameAs, createdAt, text, id } = need;
    const same = (wordings.get(sameAs ?? need.number) ?? []).flatMap((one) => (one.id === id ? [] : one.id));
    const lying = (together.get(id) ?? []).filter((other) => !same.includes(other));
    const alike = (advice?.of(id)?.alike ?? []).filter((other) => !same.includes(other));
    return lineOf(id).map((line) => ({
      ...line,
      text,
      situation,
      forWhom,
      tried,
      weight,
      howOften,
      wouldHelp,
      touches,
      sameAs,
      createdAt,
      people: behind.get(id)?.size ?? 0,
      place: placeOf(id),
      wordings: linesOf(same),
      near: linesOf(alike.filter((other) => !lying.includes(other))),
      together: linesOf(lying),
    }));
  }

  const linesOf = (ids: readonly ContributionId[]) =>
    ids.flatMap((id) => {
      const need = needs.get(id);
      const theme = history.state.places.get(id);
      return need ? [{ id, text: need.text, theme: theme ? (rows.get(theme)?.name ?? null) : null }] : [];
    });

  function placeOf(id: ContributionId): NeedDetail["place"] {
    const theme = history.state.places.get(id);
    if (!theme) return null;
    const at = history.state.trails.get(id)?.at(-1)?.operation;
    const byId = at === undefined ? null : (history.done[at]?.byId ?? null);
    return { theme, name: rows.get(theme)?.name ?? "", by: byId ? (state.names.get(byId) ?? null) : null };
  }

  function part(ids: readonly ContributionId[], { from, count }: Pick<ListQuery, "from" | "count">): Listed {
    return { found: ids.length, from, shown: ids.slice(from, from + Math.min(count, mostListed)).flatMap(lineOf) };
  }

  function pileFor(query: DeskQuery): Desk["pile"] {
    const ids = found({ theme: null, search: query.search });
    const asked = query.need as ContributionId | null; // not a need: not found
    const inList = asked ? ids.indexOf(asked) : -1;
    const elsewhere = asked && inList === -1 ? needs.get(asked) : undefined;
    const at = elsewhere ? -1 : Math.max(0, inList);
    const current = elsewhere ?? needs.get(ids[at] ?? ("" as ContributionId));
    // From a need that left the list one goes on where it stood.
    const after = elsewhere ? ids.findIndex((id) => placeIn(id) > placeIn(elsewhere.id)) : -1;
    const next = elsewhere ? (ids[Math.max(0, after)] ?? null) : (ids[(at + 1) % Math.max(ids.length, 1)] ?? null);
    const detail = current && !query.theme ? (detailOf(current)[0] ?? null) : null;
    const along = new Set(
      [...(detail?.wordings ?? []), ...(detail?.near ?? []), ...(detail?.together ?? [])].map(({ id }) => id),
    );
    const later = ids.slice(at + 1).concat(ids.slice(0, Math.max(0, at)));
    return {
      size: pile.length,
      list: part(ids, { ...query, from: query.theme ? 0 : query.from, count: query.theme ? 0 : query.count }),
      current: detail,
      at: current && !elsewhere ? at : -1,
      gone: asked !== null && current?.id !== asked,
      next,
      afterwards: elsewhere ? next : (later.find((id) => !along.has(id)) ?? null),
      previous: elsewhere ? null : (ids[at - 1] ?? null),
    };
  }

  return {
    stand,
    found,
    /** A part of the pile, or of a theme. */
    list: (query: ListQuery): ListAnswer => ({ stand, ...part(found(query), query) }),
    desk(query: DeskQuery): Desk {
      const open = themes.find(({ id }) => id === query.theme);
      return {
        stand,
        total: needs.size,
        placed: placed.length,
        people,
        themes,
        pile: pileFor({ ...query, theme: open ? query.theme : null }),
        open: open
          ? {
              ...open,
              list: part(found({ theme: open.id, search: query.search }), query),
              phrases: advice?.phrases.get(open.id) ?? [],
              written:
                history.done.findLast(
                  ({ operation, byId }) => operation.kind === "rename" && operation.theme === open.id && byId === query.me,
                )?.id ?? 0,
            }
          : null,
        machine: prices ? { measured, prices } : null,
        ...decisionsOf(state, query.me),
        last,
      };
    },
  };
}

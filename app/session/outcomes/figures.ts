import { fewest } from "../../disclosure/kept-rows.ts";
import { countedAt, type Standing } from "../../disclosure/lots.ts";
import { type Published, suppress } from "../../disclosure/suppression.ts";
import { type History, tellNext, type What } from "../../disclosure/tell.ts";
import type { FieldId, PartyId } from "../../platform/ids.ts";
import { type Choice, choices, type Fit, fits, kin } from "./verdict-counts.ts";

/** What may be shown of one insight, after the rule of five: to everybody once it is revealed, to the team at any time. */
export type Figures = {
  readonly ballots: Published<Choice>;
  readonly fits: Published<Fit>;
  /** Fields from which five or more people said whether it fits; how many is not told here. */
  readonly heard: readonly FieldId[];
};
type Lists = { readonly fields: readonly FieldId[]; readonly parties: readonly PartyId[] };
export type Told = { readonly figures: Figures; readonly history: History };

/**
 * The next figures of one insight; null as long as the former ones stand. Everything that shows choices goes by these.
 * @param now who stands in the ballots; `since` in moments of the history
 */
export function nextFigures(before: Told | null, now: readonly Standing[], lists: Lists, at: string, what: What): Told | null {
  const next = tellNext(before, inOrder(now, lists), { ballots: choices, fits, kin }, lists, at, what);
  if (!next) return null;
  const { moments, lots } = next.history;
  const said = countedAt(lots, moments.length - 1).filter(({ fit }) => fit !== null);
  const inField = (id: FieldId) => said.reduce((all, { field, people }) => all + (field === id ? people : 0), 0);
  return { history: next.history, figures: { ...next.figures, heard: lists.fields.filter((id) => inField(id) >= fewest) } };
}

/** In the order of the lists: which rows are withheld must not hang on ids, which are drawn by lot. */
function inOrder(now: readonly Standing[], { fields, parties }: Lists): Standing[] {
  const place = (one: Standing) => [
    fields.indexOf(one.field as FieldId),
    parties.indexOf(one.party as PartyId),
    choices.indexOf(one.choice as Choice),
    fits.indexOf(one.fit as Fit),
    one.since,
  ];
  return now.toSorted((a, b) => {
    const [left, right] = [place(a), place(b)];
    const at = left.findIndex((value, i) => value !== right[i]);
    return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
  });
}

/** Of an insight on which fewer than five people chose. */
export function noFigures(lists: Lists): Figures {
  const none = { ...lists, cells: [] };
  return { ballots: suppress({ ...none, columns: choices }), fits: suppress({ ...none, columns: fits }), heard: [] };
}

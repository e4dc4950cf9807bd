import { cleanLine, textLength } from "../platform/text.ts";

/** A field or kind of party as the organiser edits it. */
export interface ListRow {
  readonly id: string;
  readonly name: string;
  /** Fields: 1 to 7. Kinds of party: whether organisation and function may stay empty, 1 or 0. */
  readonly mark: number;
  readonly target: number | null;
}
interface NewRow extends Omit<ListRow, "id"> {
  readonly id: null;
}

const longestName = 80;
const mostTarget = 10_000;
export const mostRows = 30;

export type ListDeed = "save" | "up" | "down" | "remove" | "restore";
export interface ListEdit {
  readonly rows: readonly ListRow[];
  readonly added: NewRow | null;
  readonly deed: ListDeed;
  /** The row of the deed. */
  readonly of: string | null;
  /** The list on which this was based. */
  readonly seen: string;
}
export type ListErrors = Readonly<Record<string, "missing" | "long" | "twice" | "number">>;

/** The fields of the form that hold a name. */
export const namesIn = (form: Iterable<readonly [string, unknown]>): string[] =>
  [...form].map(([field]) => field).filter((field) => field.startsWith("name-"));

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the whole list as typed: `row` once per row, then `name-ID`, `mark-ID`, `target-ID`; the last row is "new". */
export function readListEdit(
  form: FormData,
): { readonly ok: true; readonly edit: ListEdit } | { readonly ok: false; readonly errors: ListErrors } {
  const text = (name: string) => cleanLine(String(form.get(name) ?? ""));
  const errors: Record<string, ListErrors[string]> = {};
  const names = new Map<string, string>();
  const read = (id: string): Omit<ListRow, "id"> => {
    const [name, target] = [text(`name-${id}`), text(`target-${id}`)];
    const key = name.toLowerCase();
    if (name === "") errors[`name-${id}`] = "missing";
    else if (textLength(name) > longestName) errors[`name-${id}`] = "long";
    else if (names.has(key)) errors[`name-${id}`] = "twice";
    names.set(key, id);
    if (target !== "" && !(/^\d{1,5}$/.test(target) && Number(target) <= mostTarget)) errors[`target-${id}`] = "number";
    return { name, mark: Number(text(`mark-${id}`)) || 0, target: target === "" ? null : Number(target) };
  };
  const ids = form
    .getAll("row")
    .map(String)
    .filter((id) => uuid.test(id))
    .slice(0, mostRows);
  const rows = ids.map((id) => ({ id, ...read(id) }));
  // A goal without a name is something typed: it is asked for, not dropped.
  const added = text("name-new") + text("target-new") === "" ? null : { id: null, ...read("new") };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const [deed = "save", of = null] = String(form.get("deed") ?? "save").split(":");
  const known: readonly string[] = ["up", "down", "remove", "restore"];
  return {
    ok: true,
    edit: {
      rows,
      added,
      deed: known.includes(deed) && of ? (deed as ListDeed) : "save",
      of,
      seen: String(form.get("seen") ?? ""),
    },
  };
}

export function listAsSeen(rows: readonly ListRow[]): string {
  return JSON.stringify(rows.map(({ id, name, mark, target }) => [id, name, mark, target]));
}

/** The ids in their new order; what the form did not know of stays behind it. */
export function newOrder(current: readonly string[], edit: Pick<ListEdit, "rows" | "deed" | "of">): string[] {
  const typed = edit.rows.map(({ id }) => id).filter((id) => current.includes(id));
  const order = [...typed, ...current.filter((id) => !typed.includes(id))];
  const at = order.indexOf(edit.of ?? "");
  const to = edit.deed === "up" ? at - 1 : edit.deed === "down" ? at + 1 : at;
  if (at >= 0 && to >= 0 && to < order.length && to !== at) order.splice(to, 0, ...order.splice(at, 1));
  return order;
}

import { z } from "zod";
import type { ContributionId, ThemeId } from "../platform/ids.ts";
import { applyEach, type RefusalCode, type ThemeOperation, type Themes } from "./history/theme-history.ts";
import type { PlacedByItself } from "./suggestions/advice.ts";

export const nameLimit = 80;
export const descriptionLimit = 600;
export const seedsLimit = 400;
/** What is read by others of a theme. */
export const guardedWords = ["name", "description", "seeds"] as const;
/** Needs in one press of a button: as many as somebody can still look through. */
const mostAtOnce = 1_000;

const theme = z.uuid("gone").transform((id) => id as ThemeId);
const place = z.union([z.literal("").transform(() => null), theme]);
const needs = z.array(z.uuid("gone").transform((id) => id as ContributionId));
const some = needs.min(1, "nothing-chosen").max(mostAtOnce, "too-many");
const name = z.string().min(1, "name-missing");
const text = z.string();
const seeds = z.string().optional();
const named = z.array(z.object({ theme, name }));

/** What one press of a button asks for. New themes bring their id along, so that a double click makes one. */
export const themeDeed = z.discriminatedUnion("deed", [
  z.object({ deed: z.literal("add"), theme, name, description: text, seeds, needs }),
  z.object({ deed: z.literal("write"), theme, name, description: text, seeds, seen: z.coerce.number().int() }),
  z.object({ deed: z.literal("put"), needs: some, from: place, to: theme }),
  z.object({ deed: z.literal("take-out"), needs: some, from: theme }),
  z.object({ deed: z.literal("merge"), from: theme, into: theme }),
  z.object({ deed: z.literal("split"), from: theme, theme, name, description: text, seeds, needs: some }),
  z.object({ deed: z.literal("remove"), theme }),
  z.object({ deed: z.literal("begin"), themes: named.min(1, "nothing-chosen") }),
  z.object({ deed: z.literal("place-sure"), threshold: z.coerce.number().min(0.5).max(1) }),
  z.object({ deed: z.literal("undo"), step: z.coerce.number().int() }),
]);
/** What a form of the desk asks. */
export type AskedDeed = z.infer<typeof themeDeed>;
/** What is done: of placing by the machine, what it is sure of. */
export type ThemeDeed =
  | Exclude<AskedDeed, { deed: "place-sure" }>
  | { readonly deed: "place-sure"; readonly sure: readonly PlacedByItself[] };

/** The operations of a deed, in order; undoing has its own. */
export function operationsOf(deed: Exclude<ThemeDeed, { deed: "undo" }>): ThemeOperation[] {
  switch (deed.deed) {
    case "add":
      return [
        { kind: "add", theme: deed.theme },
        ...deed.needs.map((need): ThemeOperation => ({ kind: "place", need, theme: deed.theme })),
      ];
    case "write":
      return [{ kind: "rename", theme: deed.theme }];
    case "put": {
      const { from, to } = deed;
      return deed.needs.map((need) => (from === null ? { kind: "place", need, theme: to } : { kind: "move", need, from, to }));
    }
    case "take-out":
      return deed.needs.map((need) => ({ kind: "unplace", need, from: deed.from }));
    case "merge":
      return [{ kind: "merge", from: deed.from, into: deed.into }];
    case "split":
      return [{ kind: "split", from: deed.from, into: deed.theme, needs: deed.needs }];
    case "remove":
      return [{ kind: "remove", theme: deed.theme }];
    case "begin":
      return deed.themes.map(({ theme }) => ({ kind: "add", theme }));
    case "place-sure":
      return deed.sure.map(({ need, theme }) => ({ kind: "place", need, theme }));
  }
}

export type Applied = {
  readonly state: Themes;
  readonly done: readonly ThemeOperation[];
  /** Needs that somebody else had placed meanwhile: theirs stands. */
  readonly elsewhere: readonly ContributionId[];
  readonly refused: RefusalCode | null;
};

/** Applies one after another. Of many needs at once those that still stand where they were seen go; a refusal of anything else stops. */
export function applyAll(before: Themes, operations: readonly ThemeOperation[]): Applied {
  const elsewhere: ContributionId[] = [];
  const result = applyEach(before, operations, (operation, code) => {
    if (!("need" in operation) || (code !== "stands-elsewhere" && code !== "already-there")) return false;
    elsewhere.push(operation.need);
    return true;
  });
  if (result.status === "refused") return { state: before, done: [], elsewhere: [], refused: result.code };
  return { state: result.state, done: result.done, elsewhere, refused: null };
}

import { type ItemReach, type ItemStep, type ItemText, itemLimits } from "./item.ts";

/** What stands in the form: what is kept, or what was typed. */
export interface ItemValues extends ItemText {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kind: string;
  readonly fields: readonly string[];
  readonly parties: readonly string[];
  readonly themes: readonly string[];
  readonly areas: readonly string[];
  /** Keys of findings. */
  readonly claims: readonly string[];
  readonly steps: readonly ItemStep[];
  readonly because?: string;
  readonly causes?: readonly string[];
}

interface Kept extends Omit<ItemValues, "fields" | "parties" | "themes" | "areas" | "claims">, ItemReach {
  readonly claims: readonly { readonly id: string }[];
}

export const empty = {
  ...{ version: 0, title: "", kind: "", text: "", acts: "", budget: "", indicator: "" },
  ...{
    fields: [] as string[],
    parties: [] as string[],
    themes: [] as string[],
    areas: [] as string[],
    claims: [] as string[],
    steps: [] as ItemStep[],
  },
};

export function valuesOf(item: Kept): ItemValues {
  const { id, version, title, kind, text, acts, budget, indicator, fieldIds, partyIds, themeIds, areaCodes, claims, steps } =
    item;
  return {
    id,
    version,
    title,
    kind,
    text,
    acts,
    budget,
    indicator,
    fields: fieldIds,
    parties: partyIds,
    themes: themeIds,
    areas: areaCodes,
    claims: claims.map((one) => `claim:${one.id}`),
    steps,
  };
}

export function differing(typed: ItemValues, kept: ItemValues): Record<string, string> {
  const names = ["title", "kind", "text", "acts", "budget", "indicator"] as const;
  return Object.fromEntries(names.filter((name) => typed[name] !== kept[name]).map((name) => [name, kept[name]]));
}

export function typedIn(id: string, form: FormData): ItemValues {
  const one = (name: string) => String(form.get(name) ?? "");
  const all = (name: string) => form.getAll(name).map(String);
  const steps = Array.from({ length: itemLimits.steps }, (_, at) => ({
    text: one(`step-${at}`),
    due: one(`due-${at}`) || null,
    done: one(`done-${at}`) === "on",
  }));
  const last = steps.findLastIndex(({ text, due }) => text !== "" || due !== null);
  return {
    ...{ id, version: Number(one("version")) || 0, title: one("title"), kind: one("kind"), text: one("text") },
    ...{ acts: one("acts"), budget: one("budget"), indicator: one("indicator") },
    ...{
      fields: all("fields"),
      parties: all("parties"),
      themes: all("themes"),
      areas: all("areas"),
      claims: all("claims"),
      because: one("because"),
      causes: all("causes"),
      steps: steps.slice(0, last + 1),
    },
  };
}

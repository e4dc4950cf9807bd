export type Locale = "nl" | "en";
export const locales: readonly Locale[] = ["nl", "en"];

/** The shape of the Dutch source with every literal widened: a missing, extra or differently asked key does not compile. */
export type Same<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Same<T[K]>;
};

/** The person's own choice first, then the browser's languages, then Dutch. */
export function localeOf(chosen: string | undefined, acceptLanguage: string | null | undefined): Locale {
  if (chosen === "nl" || chosen === "en") return chosen;
  const wishes = (acceptLanguage ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
    return { language: tag.slice(0, 2), weight: q === undefined ? 1 : Number(q) };
  });
  wishes.sort((a, b) => b.weight - a.weight);
  const first = wishes.find((w) => w.language === "nl" || w.language === "en");
  return first?.language === "en" ? "en" : "nl";
}

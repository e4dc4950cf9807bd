/** Kilometres that can be chosen. */
export const distances = [10, 25, 50, 100] as const;

export interface Search {
  readonly words: string;
  readonly field: string;
  readonly area: string;
  readonly chosen: string;
  readonly within: number;
  /** The code of a province; empty for all. */
  readonly province: string;
  readonly offers: boolean;
  readonly page: number;
}

/** What the address of the directory asks; whatever it says, there is an answer. */
export function readSearch(query: URLSearchParams): Search {
  const text = (name: string) => (query.get(name) ?? "").slice(0, 200).trim();
  const within = Number(text("afstand"));
  const page = Number(text("pagina"));
  return {
    ...{ words: text("q"), field: text("vakgebied"), area: text("gebied"), chosen: text("gebied-chosen") },
    within: (distances as readonly number[]).includes(within) ? within : 25,
    province: /^PV\d{2}$/.test(text("provincie")) ? text("provincie") : "",
    offers: query.has("aanbod"),
    page: Number.isInteger(page) && page >= 1 && page <= 5_000 ? page : 1,
  };
}

/** The same question, on another page. */
export function searchAddress(asked: Search, page: number): string {
  const query = new URLSearchParams();
  if (asked.words) query.set("q", asked.words);
  if (asked.field) query.set("vakgebied", asked.field);
  if (asked.area) query.set("gebied", asked.area);
  if (asked.chosen) query.set("gebied-chosen", asked.chosen);
  if (asked.area) query.set("afstand", String(asked.within));
  if (asked.province) query.set("provincie", asked.province);
  if (asked.offers) query.set("aanbod", "on");
  query.set("pagina", String(page));
  return `?${query}`;
}

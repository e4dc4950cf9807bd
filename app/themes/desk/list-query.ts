import { type ListQuery, mostListed } from "./desk.ts";

const perPage = 50;

/** What part of which list an address asks for. */
export function listQueryOf(asked: URLSearchParams): ListQuery {
  const whole = (name: string, otherwise: number) => {
    const number = Number(asked.get(name) ?? otherwise);
    return Number.isSafeInteger(number) && number >= 0 ? number : otherwise;
  };
  return {
    theme: asked.get("thema") || null,
    search: (asked.get("zoek") ?? "").trim().slice(0, 100),
    from: whole("vanaf", 0),
    count: Math.min(mostListed, whole("aantal", perPage)),
  };
}

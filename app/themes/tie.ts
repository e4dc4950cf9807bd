import type { ThemeId } from "../platform/ids.ts";

/** An insight as it can be tied to a theme: its newest words, and the theme it is tied to now. */
export interface TieLine {
  readonly number: number;
  readonly text: string;
  readonly theme: ThemeId | null;
}

/** Where a theme is found now, by what each went into. */
export function nowIn(id: ThemeId, into: ReadonlyMap<ThemeId, ThemeId | null>): ThemeId {
  const next = into.get(id);
  return next ? nowIn(next, into) : id;
}

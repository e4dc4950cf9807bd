import { site as en } from "./en/site.ts";
import { site as nl } from "./nl/site.ts";
import type { Both } from "./words.ts";

export const siteWords = { nl, en } satisfies Both<unknown>;

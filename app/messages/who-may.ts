import { whoMay as en } from "./en/who-may.ts";
import { whoMay as nl } from "./nl/who-may.ts";
import type { Both } from "./words.ts";

export const whoMayWords = { nl, en } satisfies Both<unknown>;

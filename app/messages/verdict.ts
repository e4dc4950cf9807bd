import { verdict as en } from "./en/verdict.ts";
import { verdict as nl } from "./nl/verdict.ts";
import type { Both } from "./words.ts";

export const verdictWords = { nl, en } satisfies Both<unknown>;

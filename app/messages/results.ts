import { results as en } from "./en/results.ts";
import { results as nl } from "./nl/results.ts";
import type { Both } from "./words.ts";

export const resultsWords = { nl, en } satisfies Both<unknown>;

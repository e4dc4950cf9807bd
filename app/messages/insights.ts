import { insights as en } from "./en/insights.ts";
import { insights as nl } from "./nl/insights.ts";
import type { Both } from "./words.ts";

export const insightsWords = { nl, en } satisfies Both<unknown>;

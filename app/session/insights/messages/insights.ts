import type { Both } from "../../../language/words.ts";
import { insights as en } from "./insights.en.ts";
import { insights as nl } from "./insights.nl.ts";

export const insightsWords = { nl, en } satisfies Both<unknown>;

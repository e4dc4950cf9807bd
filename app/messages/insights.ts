import type { Both } from "../ui/messages/words.ts";
import { insights as en } from "./en/insights.ts";
import { insights as nl } from "./nl/insights.ts";

export const insightsWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { results as en } from "./en/results.ts";
import { results as nl } from "./nl/results.ts";

export const resultsWords = { nl, en } satisfies Both<unknown>;

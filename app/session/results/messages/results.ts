import type { Both } from "../../../language/words.ts";
import { results as en } from "./results.en.ts";
import { results as nl } from "./results.nl.ts";

export const resultsWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { whoMay as en } from "./who-may.en.ts";
import { whoMay as nl } from "./who-may.nl.ts";

export const whoMayWords = { nl, en } satisfies Both<unknown>;

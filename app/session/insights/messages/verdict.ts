import type { Both } from "../../../language/words.ts";
import { verdict as en } from "./verdict.en.ts";
import { verdict as nl } from "./verdict.nl.ts";

export const verdictWords = { nl, en } satisfies Both<unknown>;

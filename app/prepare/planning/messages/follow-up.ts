import type { Both } from "../../../language/words.ts";
import { followUp as en } from "./follow-up.en.ts";
import { followUp as nl } from "./follow-up.nl.ts";

export const followUpWords = { nl, en } satisfies Both<unknown>;

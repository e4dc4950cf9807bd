import type { Both } from "../../../language/words.ts";
import { gaps as en } from "./gaps.en.ts";
import { gaps as nl } from "./gaps.nl.ts";

export const gapWords = { nl, en } satisfies Both<unknown>;

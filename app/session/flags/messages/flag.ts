import type { Both } from "../../../language/words.ts";
import { flag as en } from "./flag.en.ts";
import { flag as nl } from "./flag.nl.ts";

export const flagWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { dealing as en } from "./dealing.en.ts";
import { dealing as nl } from "./dealing.nl.ts";

export const dealingWords = { nl, en } satisfies Both<unknown>;

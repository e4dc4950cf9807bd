import { dealing as en } from "./en/dealing.ts";
import { dealing as nl } from "./nl/dealing.ts";
import type { Both } from "./words.ts";

export const dealingWords = { nl, en } satisfies Both<unknown>;

import { difference as en } from "./en/difference.ts";
import { difference as nl } from "./nl/difference.ts";
import type { Both } from "./words.ts";

export const differenceWords = { nl, en } satisfies Both<unknown>;

import { gaps as en } from "./en/gaps.ts";
import { gaps as nl } from "./nl/gaps.ts";
import type { Both } from "./words.ts";

export const gapWords = { nl, en } satisfies Both<unknown>;

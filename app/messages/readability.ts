import { readability as en } from "./en/readability.ts";
import { readability as nl } from "./nl/readability.ts";
import type { Both } from "./words.ts";

export const readabilityWords = { nl, en } satisfies Both<unknown>;

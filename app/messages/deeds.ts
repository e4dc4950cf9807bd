import { deeds as en } from "./en/deeds.ts";
import { deeds as nl } from "./nl/deeds.ts";
import type { Both } from "./words.ts";

export const deedsWords = { nl, en } satisfies Both<unknown>;

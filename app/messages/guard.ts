import { guard as en } from "./en/guard.ts";
import { guard as nl } from "./nl/guard.ts";
import type { Both } from "./words.ts";

export const guardWords = { nl, en } satisfies Both<unknown>;

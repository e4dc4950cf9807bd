import { flag as en } from "./en/flag.ts";
import { flag as nl } from "./nl/flag.ts";
import type { Both } from "./words.ts";

export const flagWords = { nl, en } satisfies Both<unknown>;

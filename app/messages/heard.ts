import { heard as en } from "./en/heard.ts";
import { heard as nl } from "./nl/heard.ts";
import type { Both } from "./words.ts";

export const heardWords = { nl, en } satisfies Both<unknown>;

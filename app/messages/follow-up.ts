import { followUp as en } from "./en/follow-up.ts";
import { followUp as nl } from "./nl/follow-up.ts";
import type { Both } from "./words.ts";

export const followUpWords = { nl, en } satisfies Both<unknown>;

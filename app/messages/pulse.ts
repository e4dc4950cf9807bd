import { pulse as en } from "./en/pulse.ts";
import { pulse as nl } from "./nl/pulse.ts";
import type { Both } from "./words.ts";

export const pulseWords = { nl, en } satisfies Both<unknown>;

import { live as en } from "./en/live.ts";
import { live as nl } from "./nl/live.ts";
import type { Both } from "./words.ts";

export const liveWords = { nl, en } satisfies Both<unknown>;

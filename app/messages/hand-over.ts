import { handOver as en } from "./en/hand-over.ts";
import { handOver as nl } from "./nl/hand-over.ts";
import type { Both } from "./words.ts";

export const handOverWords = { nl, en } satisfies Both<unknown>;

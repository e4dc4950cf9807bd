import { threads as en } from "./en/threads.ts";
import { threads as nl } from "./nl/threads.ts";
import type { Both } from "./words.ts";

export const threadsWords = { nl, en } satisfies Both<unknown>;

import { call as en } from "./en/call.ts";
import { call as nl } from "./nl/call.ts";
import type { Both } from "./words.ts";

export const callWords = { nl, en } satisfies Both<unknown>;

import { status as en } from "./en/status.ts";
import { status as nl } from "./nl/status.ts";
import type { Both } from "./words.ts";

export const statusWords = { nl, en } satisfies Both<unknown>;

import { api as en } from "./en/api.ts";
import { api as nl } from "./nl/api.ts";
import type { Both } from "./words.ts";

export const apiWords = { nl, en } satisfies Both<unknown>;

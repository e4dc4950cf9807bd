import { check as en } from "./en/check.ts";
import { check as nl } from "./nl/check.ts";
import type { Both } from "./words.ts";

export const checkWords = { nl, en } satisfies Both<unknown>;

import { provinces as en } from "./en/provinces.ts";
import { provinces as nl } from "./nl/provinces.ts";
import type { Both } from "./words.ts";

export const provincesWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../language/words.ts";
import { provinces as en } from "./provinces.en.ts";
import { provinces as nl } from "./provinces.nl.ts";

export const provincesWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../ui/messages/words.ts";
import { provinces as en } from "./provinces.en.ts";
import { provinces as nl } from "./provinces.nl.ts";

export const provincesWords = { nl, en } satisfies Both<unknown>;

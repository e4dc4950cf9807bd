import type { Both } from "../ui/messages/words.ts";
import { provinces as en } from "./en/provinces.ts";
import { provinces as nl } from "./nl/provinces.ts";

export const provincesWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { whoMay as en } from "./en/who-may.ts";
import { whoMay as nl } from "./nl/who-may.ts";

export const whoMayWords = { nl, en } satisfies Both<unknown>;

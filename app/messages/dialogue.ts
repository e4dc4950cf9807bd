import { dialogue as en } from "./en/dialogue.ts";
import { dialogue as nl } from "./nl/dialogue.ts";
import type { Both } from "./words.ts";

export const dialogueWords = { nl, en } satisfies Both<unknown>;

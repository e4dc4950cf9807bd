import type { Both } from "../ui/messages/words.ts";
import { dialogue as en } from "./en/dialogue.ts";
import { dialogue as nl } from "./nl/dialogue.ts";

export const dialogueWords = { nl, en } satisfies Both<unknown>;

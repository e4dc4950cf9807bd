import type { Both } from "../../language/words.ts";
import { dialogue as en } from "./dialogue.en.ts";
import { dialogue as nl } from "./dialogue.nl.ts";

export const dialogueWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { ownWords as en } from "./own-words.en.ts";
import { ownWords as nl } from "./own-words.nl.ts";

export const ownWordsWords = { nl, en } satisfies Both<unknown>;

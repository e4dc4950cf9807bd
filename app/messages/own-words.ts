import type { Both } from "../ui/messages/words.ts";
import { ownWords as en } from "./en/own-words.ts";
import { ownWords as nl } from "./nl/own-words.ts";

export const ownWordsWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { verdict as en } from "./en/verdict.ts";
import { verdict as nl } from "./nl/verdict.ts";

export const verdictWords = { nl, en } satisfies Both<unknown>;

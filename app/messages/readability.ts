import type { Both } from "../ui/messages/words.ts";
import { readability as en } from "./en/readability.ts";
import { readability as nl } from "./nl/readability.ts";

export const readabilityWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { deeds as en } from "./en/deeds.ts";
import { deeds as nl } from "./nl/deeds.ts";

export const deedsWords = { nl, en } satisfies Both<unknown>;

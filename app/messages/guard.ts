import type { Both } from "../ui/messages/words.ts";
import { guard as en } from "./en/guard.ts";
import { guard as nl } from "./nl/guard.ts";

export const guardWords = { nl, en } satisfies Both<unknown>;

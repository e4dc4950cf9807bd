import type { Both } from "../ui/messages/words.ts";
import { followUp as en } from "./en/follow-up.ts";
import { followUp as nl } from "./nl/follow-up.ts";

export const followUpWords = { nl, en } satisfies Both<unknown>;

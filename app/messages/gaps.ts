import type { Both } from "../ui/messages/words.ts";
import { gaps as en } from "./en/gaps.ts";
import { gaps as nl } from "./nl/gaps.ts";

export const gapWords = { nl, en } satisfies Both<unknown>;

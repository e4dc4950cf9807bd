import type { Both } from "../ui/messages/words.ts";
import { difference as en } from "./en/difference.ts";
import { difference as nl } from "./nl/difference.ts";

export const differenceWords = { nl, en } satisfies Both<unknown>;

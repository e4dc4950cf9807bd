import type { Both } from "../ui/messages/words.ts";
import { threads as en } from "./en/threads.ts";
import { threads as nl } from "./nl/threads.ts";

export const threadsWords = { nl, en } satisfies Both<unknown>;

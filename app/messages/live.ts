import type { Both } from "../ui/messages/words.ts";
import { live as en } from "./en/live.ts";
import { live as nl } from "./nl/live.ts";

export const liveWords = { nl, en } satisfies Both<unknown>;

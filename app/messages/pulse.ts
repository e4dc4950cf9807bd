import type { Both } from "../ui/messages/words.ts";
import { pulse as en } from "./en/pulse.ts";
import { pulse as nl } from "./nl/pulse.ts";

export const pulseWords = { nl, en } satisfies Both<unknown>;

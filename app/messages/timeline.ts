import type { Both } from "../ui/messages/words.ts";
import { timeline as en } from "./en/timeline.ts";
import { timeline as nl } from "./nl/timeline.ts";

export const timelineWords = { nl, en } satisfies Both<unknown>;

import { timeline as en } from "./en/timeline.ts";
import { timeline as nl } from "./nl/timeline.ts";
import type { Both } from "./words.ts";

export const timelineWords = { nl, en } satisfies Both<unknown>;

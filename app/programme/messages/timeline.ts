import type { Both } from "../../language/words.ts";
import { timeline as en } from "./timeline.en.ts";
import { timeline as nl } from "./timeline.nl.ts";

export const timelineWords = { nl, en } satisfies Both<unknown>;

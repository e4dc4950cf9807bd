import { slides as en } from "./en/slides.ts";
import { slides as nl } from "./nl/slides.ts";
import type { Both } from "./words.ts";

export const slidesWords = { nl, en } satisfies Both<unknown>;

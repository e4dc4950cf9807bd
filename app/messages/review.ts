import { review as en } from "./en/review.ts";
import { review as nl } from "./nl/review.ts";
import type { Both } from "./words.ts";

export const reviewWords = { nl, en } satisfies Both<unknown>;

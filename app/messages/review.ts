import type { Both } from "../ui/messages/words.ts";
import { review as en } from "./en/review.ts";
import { review as nl } from "./nl/review.ts";

export const reviewWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { review as en } from "./review.en.ts";
import { review as nl } from "./review.nl.ts";

export const reviewWords = { nl, en } satisfies Both<unknown>;

import { feedback as en } from "./en/feedback.ts";
import { feedback as nl } from "./nl/feedback.ts";
import type { Both } from "./words.ts";

export const feedbackWords = { nl, en } satisfies Both<unknown>;

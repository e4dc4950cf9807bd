import type { Both } from "../ui/messages/words.ts";
import { feedback as en } from "./en/feedback.ts";
import { feedback as nl } from "./nl/feedback.ts";

export const feedbackWords = { nl, en } satisfies Both<unknown>;

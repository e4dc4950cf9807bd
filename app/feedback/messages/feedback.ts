import type { Both } from "../../language/words.ts";
import { feedback as en } from "./feedback.en.ts";
import { feedback as nl } from "./feedback.nl.ts";

export const feedbackWords = { nl, en } satisfies Both<unknown>;

import { priorities as en } from "./en/priorities.ts";
import { priorities as nl } from "./nl/priorities.ts";
import type { Both } from "./words.ts";

export const prioritiesWords = { nl, en } satisfies Both<unknown>;

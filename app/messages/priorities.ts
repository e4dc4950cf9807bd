import type { Both } from "../ui/messages/words.ts";
import { priorities as en } from "./en/priorities.ts";
import { priorities as nl } from "./nl/priorities.ts";

export const prioritiesWords = { nl, en } satisfies Both<unknown>;

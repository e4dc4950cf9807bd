import type { Both } from "../../../language/words.ts";
import { priorities as en } from "./priorities.en.ts";
import { priorities as nl } from "./priorities.nl.ts";

export const prioritiesWords = { nl, en } satisfies Both<unknown>;

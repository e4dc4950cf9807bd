import type { Both } from "../../language/words.ts";
import { threads as en } from "./threads.en.ts";
import { threads as nl } from "./threads.nl.ts";

export const threadsWords = { nl, en } satisfies Both<unknown>;

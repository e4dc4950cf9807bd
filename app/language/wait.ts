import { wait as en } from "./wait.en.ts";
import { wait as nl } from "./wait.nl.ts";
import type { Both } from "./words.ts";

export const waitWords = { nl, en } satisfies Both<unknown>;

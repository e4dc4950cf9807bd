import { wait as en } from "./en/wait.ts";
import { wait as nl } from "./nl/wait.ts";
import type { Both } from "./words.ts";

export const waitWords = { nl, en } satisfies Both<unknown>;

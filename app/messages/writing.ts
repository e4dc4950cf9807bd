import { writing as en } from "./en/writing.ts";
import { writing as nl } from "./nl/writing.ts";
import type { Both } from "./words.ts";

export const writingWords = { nl, en } satisfies Both<unknown>;

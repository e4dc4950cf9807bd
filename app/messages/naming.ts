import { naming as en } from "./en/naming.ts";
import { naming as nl } from "./nl/naming.ts";
import type { Both } from "./words.ts";

export const namingWords = { nl, en } satisfies Both<unknown>;

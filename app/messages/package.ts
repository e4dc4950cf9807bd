import { opened as en } from "./en/package.ts";
import { opened as nl } from "./nl/package.ts";
import type { Both } from "./words.ts";

export const packageWords = { nl, en } satisfies Both<unknown>;

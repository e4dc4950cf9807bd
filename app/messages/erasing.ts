import { erasing as en } from "./en/erasing.ts";
import { erasing as nl } from "./nl/erasing.ts";
import type { Both } from "./words.ts";

export const erasingWords = { nl, en } satisfies Both<unknown>;

import { rich as en } from "./en/rich.ts";
import { rich as nl } from "./nl/rich.ts";
import type { Both } from "./words.ts";

export const richWords = { nl, en } satisfies Both<unknown>;

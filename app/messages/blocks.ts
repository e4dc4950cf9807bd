import { blocks as en } from "./en/blocks.ts";
import { blocks as nl } from "./nl/blocks.ts";
import type { Both } from "./words.ts";

export const blockWords = { nl, en } satisfies Both<unknown>;

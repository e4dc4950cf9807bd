import { draft as en } from "./en/draft.ts";
import { draft as nl } from "./nl/draft.ts";
import type { Both } from "./words.ts";

export const draftWords = { nl, en } satisfies Both<unknown>;

import { appendix as en } from "./en/appendix.ts";
import { appendix as nl } from "./nl/appendix.ts";
import type { Both } from "./words.ts";

export const appendixWords = { nl, en } satisfies Both<unknown>;

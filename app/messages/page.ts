import { page as en } from "./en/page.ts";
import { page as nl } from "./nl/page.ts";
import type { Both } from "./words.ts";

export const pageWords = { nl, en } satisfies Both<unknown>;

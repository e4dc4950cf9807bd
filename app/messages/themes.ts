import { themes as en } from "./en/themes.ts";
import { themes as nl } from "./nl/themes.ts";
import type { Both } from "./words.ts";

export const themesWords = { nl, en } satisfies Both<unknown>;

import { media as en } from "./en/media.ts";
import { media as nl } from "./nl/media.ts";
import type { Both } from "./words.ts";

export const mediaWords = { nl, en } satisfies Both<unknown>;

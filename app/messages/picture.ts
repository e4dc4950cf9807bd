import { picture as en } from "./en/picture.ts";
import { picture as nl } from "./nl/picture.ts";
import type { Both } from "./words.ts";

export const pictureWords = { nl, en } satisfies Both<unknown>;

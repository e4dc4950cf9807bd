import type { Both } from "../../../language/words.ts";
import { media as en } from "./media.en.ts";
import { media as nl } from "./media.nl.ts";

export const mediaWords = { nl, en } satisfies Both<unknown>;

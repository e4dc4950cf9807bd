import type { Both } from "../../../language/words.ts";
import { deeds as en } from "./deeds.en.ts";
import { deeds as nl } from "./deeds.nl.ts";

export const deedsWords = { nl, en } satisfies Both<unknown>;

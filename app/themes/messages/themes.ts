import type { Both } from "../../language/words.ts";
import { themes as en } from "./themes.en.ts";
import { themes as nl } from "./themes.nl.ts";

export const themesWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { slides as en } from "./slides.en.ts";
import { slides as nl } from "./slides.nl.ts";

export const slidesWords = { nl, en } satisfies Both<unknown>;

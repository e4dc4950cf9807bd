import type { Both } from "../ui/messages/words.ts";
import { slides as en } from "./en/slides.ts";
import { slides as nl } from "./nl/slides.ts";

export const slidesWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../language/words.ts";
import { erasing as en } from "./erasing.en.ts";
import { erasing as nl } from "./erasing.nl.ts";

export const erasingWords = { nl, en } satisfies Both<unknown>;

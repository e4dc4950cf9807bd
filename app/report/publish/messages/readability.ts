import type { Both } from "../../../language/words.ts";
import { readability as en } from "./readability.en.ts";
import { readability as nl } from "./readability.nl.ts";

export const readabilityWords = { nl, en } satisfies Both<unknown>;

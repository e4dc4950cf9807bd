import type { Both } from "../../../language/words.ts";
import { pulse as en } from "./pulse.en.ts";
import { pulse as nl } from "./pulse.nl.ts";

export const pulseWords = { nl, en } satisfies Both<unknown>;

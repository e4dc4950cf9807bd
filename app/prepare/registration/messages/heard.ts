import type { Both } from "../../../language/words.ts";
import { heard as en } from "./heard.en.ts";
import { heard as nl } from "./heard.nl.ts";

export const heardWords = { nl, en } satisfies Both<unknown>;

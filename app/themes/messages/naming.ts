import type { Both } from "../../language/words.ts";
import { naming as en } from "./naming.en.ts";
import { naming as nl } from "./naming.nl.ts";

export const namingWords = { nl, en } satisfies Both<unknown>;

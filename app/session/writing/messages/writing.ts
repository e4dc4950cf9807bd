import type { Both } from "../../../language/words.ts";
import { writing as en } from "./writing.en.ts";
import { writing as nl } from "./writing.nl.ts";

export const writingWords = { nl, en } satisfies Both<unknown>;

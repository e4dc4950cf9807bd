import type { Both } from "../../language/words.ts";
import { examples as en } from "./examples.en.ts";
import { examples as nl } from "./examples.nl.ts";

export const exampleWords = { nl, en } satisfies Both<unknown>;

import { examples as en } from "./en/examples.ts";
import { examples as nl } from "./nl/examples.ts";
import type { Both } from "./words.ts";

export const exampleWords = { nl, en } satisfies Both<unknown>;

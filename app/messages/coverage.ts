import { coverage as en } from "./en/coverage.ts";
import { coverage as nl } from "./nl/coverage.ts";
import type { Both } from "./words.ts";

export const coverageWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../language/words.ts";
import { coverage as en } from "./coverage.en.ts";
import { coverage as nl } from "./coverage.nl.ts";

export const coverageWords = { nl, en } satisfies Both<unknown>;

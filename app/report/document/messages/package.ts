import type { Both } from "../../../language/words.ts";
import { opened as en } from "./package.en.ts";
import { opened as nl } from "./package.nl.ts";

export const packageWords = { nl, en } satisfies Both<unknown>;

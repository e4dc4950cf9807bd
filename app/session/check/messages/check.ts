import type { Both } from "../../../language/words.ts";
import { check as en } from "./check.en.ts";
import { check as nl } from "./check.nl.ts";

export const checkWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { registration as en } from "./registration.en.ts";
import { registration as nl } from "./registration.nl.ts";

export const registrationWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../language/words.ts";
import { guard as en } from "./guard.en.ts";
import { guard as nl } from "./guard.nl.ts";

export const guardWords = { nl, en } satisfies Both<unknown>;

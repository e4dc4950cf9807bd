import type { Both } from "../../../language/words.ts";
import { call as en } from "./call.en.ts";
import { call as nl } from "./call.nl.ts";

export const callWords = { nl, en } satisfies Both<unknown>;

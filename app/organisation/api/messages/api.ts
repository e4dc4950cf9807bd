import type { Both } from "../../../language/words.ts";
import { api as en } from "./api.en.ts";
import { api as nl } from "./api.nl.ts";

export const apiWords = { nl, en } satisfies Both<unknown>;

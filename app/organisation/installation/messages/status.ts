import type { Both } from "../../../language/words.ts";
import { status as en } from "./status.en.ts";
import { status as nl } from "./status.nl.ts";

export const statusWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { difference as en } from "./difference.en.ts";
import { difference as nl } from "./difference.nl.ts";

export const differenceWords = { nl, en } satisfies Both<unknown>;

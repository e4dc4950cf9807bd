import type { Both } from "../../language/words.ts";
import { handOver as en } from "./hand-over.en.ts";
import { handOver as nl } from "./hand-over.nl.ts";

export const handOverWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../language/words.ts";
import { network as en } from "./network.en.ts";
import { network as nl } from "./network.nl.ts";

export const networkWords = { nl, en } satisfies Both<unknown>;

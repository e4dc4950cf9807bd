import type { Both } from "../../../language/words.ts";
import { live as en } from "./live.en.ts";
import { live as nl } from "./live.nl.ts";

export const liveWords = { nl, en } satisfies Both<unknown>;

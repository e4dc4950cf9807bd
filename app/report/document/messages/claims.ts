import type { Both } from "../../../language/words.ts";
import { claims as en } from "./claims.en.ts";
import { claims as nl } from "./claims.nl.ts";

export const claimWords = { nl, en } satisfies Both<unknown>;

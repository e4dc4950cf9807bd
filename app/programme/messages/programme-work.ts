import type { Both } from "../../language/words.ts";
import { programmeWork as en } from "./programme-work.en.ts";
import { programmeWork as nl } from "./programme-work.nl.ts";

export const programmeWorkWords = { nl, en } satisfies Both<unknown>;

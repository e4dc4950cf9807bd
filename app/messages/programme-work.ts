import { programmeWork as en } from "./en/programme-work.ts";
import { programmeWork as nl } from "./nl/programme-work.ts";
import type { Both } from "./words.ts";

export const programmeWorkWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../language/words.ts";
import { programme as en } from "./programme.en.ts";
import { programme as nl } from "./programme.nl.ts";

export const programmeWords = { nl, en } satisfies Both<unknown>;

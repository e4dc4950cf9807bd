import type { Both } from "../../../language/words.ts";
import { finding as en } from "./finding.en.ts";
import { finding as nl } from "./finding.nl.ts";

export const findingWords = { nl, en } satisfies Both<unknown>;

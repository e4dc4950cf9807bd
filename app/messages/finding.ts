import { finding as en } from "./en/finding.ts";
import { finding as nl } from "./nl/finding.ts";
import type { Both } from "./words.ts";

export const findingWords = { nl, en } satisfies Both<unknown>;

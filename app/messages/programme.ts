import { programme as en } from "./en/programme.ts";
import { programme as nl } from "./nl/programme.ts";
import type { Both } from "./words.ts";

export const programmeWords = { nl, en } satisfies Both<unknown>;

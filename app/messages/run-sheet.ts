import { runSheet as en } from "./en/run-sheet.ts";
import { runSheet as nl } from "./nl/run-sheet.ts";
import type { Both } from "./words.ts";

export const runSheetWords = { nl, en } satisfies Both<unknown>;

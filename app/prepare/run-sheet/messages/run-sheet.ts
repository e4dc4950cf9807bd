import type { Both } from "../../../language/words.ts";
import { runSheet as en } from "./run-sheet.en.ts";
import { runSheet as nl } from "./run-sheet.nl.ts";

export const runSheetWords = { nl, en } satisfies Both<unknown>;

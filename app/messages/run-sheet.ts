import type { Both } from "../ui/messages/words.ts";
import { runSheet as en } from "./en/run-sheet.ts";
import { runSheet as nl } from "./nl/run-sheet.ts";

export const runSheetWords = { nl, en } satisfies Both<unknown>;

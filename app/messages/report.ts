import { report as en } from "./en/report.ts";
import { report as nl } from "./nl/report.ts";
import type { Both } from "./words.ts";

export const reportWords = { nl, en } satisfies Both<unknown>;

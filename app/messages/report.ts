import type { Both } from "../ui/messages/words.ts";
import { report as en } from "./en/report.ts";
import { report as nl } from "./nl/report.ts";

export const reportWords = { nl, en } satisfies Both<unknown>;

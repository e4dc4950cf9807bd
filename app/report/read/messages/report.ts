import type { Both } from "../../../language/words.ts";
import { report as en } from "./report.en.ts";
import { report as nl } from "./report.nl.ts";

export const reportWords = { nl, en } satisfies Both<unknown>;

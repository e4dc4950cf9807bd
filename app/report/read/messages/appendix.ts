import type { Both } from "../../../language/words.ts";
import { appendix as en } from "./appendix.en.ts";
import { appendix as nl } from "./appendix.nl.ts";

export const appendixWords = { nl, en } satisfies Both<unknown>;

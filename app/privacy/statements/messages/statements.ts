import type { Both } from "../../../language/words.ts";
import { statements as en } from "./statements.en.ts";
import { statements as nl } from "./statements.nl.ts";

export const statementWords = { nl, en } satisfies Both<unknown>;

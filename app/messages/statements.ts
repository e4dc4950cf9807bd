import { statements as en } from "./en/statements.ts";
import { statements as nl } from "./nl/statements.ts";
import type { Both } from "./words.ts";

export const statementWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { statements as en } from "./en/statements.ts";
import { statements as nl } from "./nl/statements.ts";

export const statementWords = { nl, en } satisfies Both<unknown>;

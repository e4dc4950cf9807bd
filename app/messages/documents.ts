import { documents as en } from "./en/documents.ts";
import { documents as nl } from "./nl/documents.ts";
import type { Both } from "./words.ts";

export const documentWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { documents as en } from "./en/documents.ts";
import { documents as nl } from "./nl/documents.ts";

export const documentWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../ui/messages/words.ts";
import { documents as en } from "./documents.en.ts";
import { documents as nl } from "./documents.nl.ts";

export const documentWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { documents as en } from "./documents.en.ts";
import { documents as nl } from "./documents.nl.ts";

export const documentWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { draft as en } from "./draft.en.ts";
import { draft as nl } from "./draft.nl.ts";

export const draftWords = { nl, en } satisfies Both<unknown>;

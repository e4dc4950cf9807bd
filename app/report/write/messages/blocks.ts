import type { Both } from "../../../language/words.ts";
import { blocks as en } from "./blocks.en.ts";
import { blocks as nl } from "./blocks.nl.ts";

export const blockWords = { nl, en } satisfies Both<unknown>;

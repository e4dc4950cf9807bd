import type { Both } from "../../language/words.ts";
import { files as en } from "./files.en.ts";
import { files as nl } from "./files.nl.ts";

export const filesWords = { nl, en } satisfies Both<unknown>;

import { files as en } from "./en/files.ts";
import { files as nl } from "./nl/files.ts";
import type { Both } from "./words.ts";

export const filesWords = { nl, en } satisfies Both<unknown>;

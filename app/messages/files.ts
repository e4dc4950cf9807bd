import type { Both } from "../ui/messages/words.ts";
import { files as en } from "./en/files.ts";
import { files as nl } from "./nl/files.ts";

export const filesWords = { nl, en } satisfies Both<unknown>;

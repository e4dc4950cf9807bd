import type { Both } from "../ui/messages/words.ts";
import { opened as en } from "./en/package.ts";
import { opened as nl } from "./nl/package.ts";

export const packageWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { writing as en } from "./en/writing.ts";
import { writing as nl } from "./nl/writing.ts";

export const writingWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { blocks as en } from "./en/blocks.ts";
import { blocks as nl } from "./nl/blocks.ts";

export const blockWords = { nl, en } satisfies Both<unknown>;

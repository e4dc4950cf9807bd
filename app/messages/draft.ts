import type { Both } from "../ui/messages/words.ts";
import { draft as en } from "./en/draft.ts";
import { draft as nl } from "./nl/draft.ts";

export const draftWords = { nl, en } satisfies Both<unknown>;

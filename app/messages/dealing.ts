import type { Both } from "../ui/messages/words.ts";
import { dealing as en } from "./en/dealing.ts";
import { dealing as nl } from "./nl/dealing.ts";

export const dealingWords = { nl, en } satisfies Both<unknown>;

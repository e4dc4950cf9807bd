import type { Both } from "../ui/messages/words.ts";
import { naming as en } from "./en/naming.ts";
import { naming as nl } from "./nl/naming.ts";

export const namingWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { flag as en } from "./en/flag.ts";
import { flag as nl } from "./nl/flag.ts";

export const flagWords = { nl, en } satisfies Both<unknown>;

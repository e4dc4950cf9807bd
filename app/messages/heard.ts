import type { Both } from "../ui/messages/words.ts";
import { heard as en } from "./en/heard.ts";
import { heard as nl } from "./nl/heard.ts";

export const heardWords = { nl, en } satisfies Both<unknown>;

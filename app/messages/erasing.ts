import type { Both } from "../ui/messages/words.ts";
import { erasing as en } from "./en/erasing.ts";
import { erasing as nl } from "./nl/erasing.ts";

export const erasingWords = { nl, en } satisfies Both<unknown>;

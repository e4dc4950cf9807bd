import type { Both } from "../ui/messages/words.ts";
import { themes as en } from "./en/themes.ts";
import { themes as nl } from "./nl/themes.ts";

export const themesWords = { nl, en } satisfies Both<unknown>;

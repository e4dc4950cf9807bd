import type { Both } from "../ui/messages/words.ts";
import { settings as en } from "./en/settings.ts";
import { settings as nl } from "./nl/settings.ts";

export const settingsWords = { nl, en } satisfies Both<unknown>;

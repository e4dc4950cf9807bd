import { settings as en } from "./en/settings.ts";
import { settings as nl } from "./nl/settings.ts";
import type { Both } from "./words.ts";

export const settingsWords = { nl, en } satisfies Both<unknown>;

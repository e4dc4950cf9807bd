import type { Both } from "../../../language/words.ts";
import { settings as en } from "./settings.en.ts";
import { settings as nl } from "./settings.nl.ts";

export const settingsWords = { nl, en } satisfies Both<unknown>;

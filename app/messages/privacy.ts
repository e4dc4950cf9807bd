import { privacy as en } from "./en/privacy.ts";
import { privacy as nl } from "./nl/privacy.ts";
import type { Both } from "./words.ts";

export const privacyWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { privacy as en } from "./en/privacy.ts";
import { privacy as nl } from "./nl/privacy.ts";

export const privacyWords = { nl, en } satisfies Both<unknown>;

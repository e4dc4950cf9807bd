import type { Both } from "../ui/messages/words.ts";
import { check as en } from "./en/check.ts";
import { check as nl } from "./nl/check.ts";

export const checkWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { site as en } from "./en/site.ts";
import { site as nl } from "./nl/site.ts";

export const siteWords = { nl, en } satisfies Both<unknown>;

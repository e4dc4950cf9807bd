import type { Both } from "../ui/messages/words.ts";
import { media as en } from "./en/media.ts";
import { media as nl } from "./nl/media.ts";

export const mediaWords = { nl, en } satisfies Both<unknown>;

import { talk as en } from "./en/talk.ts";
import { talk as nl } from "./nl/talk.ts";
import type { Both } from "./words.ts";

export const talkWords = { nl, en } satisfies Both<unknown>;

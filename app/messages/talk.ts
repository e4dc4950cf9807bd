import type { Both } from "../ui/messages/words.ts";
import { talk as en } from "./en/talk.ts";
import { talk as nl } from "./nl/talk.ts";

export const talkWords = { nl, en } satisfies Both<unknown>;

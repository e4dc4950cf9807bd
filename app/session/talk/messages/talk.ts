import type { Both } from "../../../language/words.ts";
import { talk as en } from "./talk.en.ts";
import { talk as nl } from "./talk.nl.ts";

export const talkWords = { nl, en } satisfies Both<unknown>;

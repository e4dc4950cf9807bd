import { participant as en } from "./en/participant.ts";
import { participant as nl } from "./nl/participant.ts";
import type { Both } from "./words.ts";

export const participantWords = { nl, en } satisfies Both<unknown>;

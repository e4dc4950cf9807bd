import type { Both } from "../ui/messages/words.ts";
import { participant as en } from "./en/participant.ts";
import { participant as nl } from "./nl/participant.ts";

export const participantWords = { nl, en } satisfies Both<unknown>;

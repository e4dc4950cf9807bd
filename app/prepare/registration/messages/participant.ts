import type { Both } from "../../../language/words.ts";
import { participant as en } from "./participant.en.ts";
import { participant as nl } from "./participant.nl.ts";

export const participantWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { roomStep as en } from "./room-step.en.ts";
import { roomStep as nl } from "./room-step.nl.ts";

export const roomStepWords = { nl, en } satisfies Both<unknown>;

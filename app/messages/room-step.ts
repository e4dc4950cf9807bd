import { roomStep as en } from "./en/room-step.ts";
import { roomStep as nl } from "./nl/room-step.ts";
import type { Both } from "./words.ts";

export const roomStepWords = { nl, en } satisfies Both<unknown>;

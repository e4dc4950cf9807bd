import type { Both } from "../ui/messages/words.ts";
import { roomStep as en } from "./en/room-step.ts";
import { roomStep as nl } from "./nl/room-step.ts";

export const roomStepWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { roomParts as en } from "./en/room-parts.ts";
import { roomParts as nl } from "./nl/room-parts.ts";

export const roomPartsWords = { nl, en } satisfies Both<unknown>;

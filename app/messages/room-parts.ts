import { roomParts as en } from "./en/room-parts.ts";
import { roomParts as nl } from "./nl/room-parts.ts";
import type { Both } from "./words.ts";

export const roomPartsWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { roomParts as en } from "./room-parts.en.ts";
import { roomParts as nl } from "./room-parts.nl.ts";

export const roomPartsWords = { nl, en } satisfies Both<unknown>;

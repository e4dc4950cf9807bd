import { room as en } from "./en/room.ts";
import { room as nl } from "./nl/room.ts";
import type { Both } from "./words.ts";

export const roomWords = { nl, en } satisfies Both<unknown>;

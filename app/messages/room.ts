import type { Both } from "../ui/messages/words.ts";
import { room as en } from "./en/room.ts";
import { room as nl } from "./nl/room.ts";

export const roomWords = { nl, en } satisfies Both<unknown>;

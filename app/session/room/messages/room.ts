import type { Both } from "../../../language/words.ts";
import { room as en } from "./room.en.ts";
import { room as nl } from "./room.nl.ts";

export const roomWords = { nl, en } satisfies Both<unknown>;

import { connection as en } from "./en/connection.ts";
import { connection as nl } from "./nl/connection.ts";
import type { Both } from "./words.ts";

export const connectionWords = { nl, en } satisfies Both<unknown>;

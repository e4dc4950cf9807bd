import type { Both } from "../ui/messages/words.ts";
import { connection as en } from "./en/connection.ts";
import { connection as nl } from "./nl/connection.ts";

export const connectionWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { connections as en } from "./en/connections.ts";
import { connections as nl } from "./nl/connections.ts";

export const connectionWords = { nl, en } satisfies Both<unknown>;

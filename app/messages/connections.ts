import { connections as en } from "./en/connections.ts";
import { connections as nl } from "./nl/connections.ts";
import type { Both } from "./words.ts";

export const connectionWords = { nl, en } satisfies Both<unknown>;

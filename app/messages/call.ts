import type { Both } from "../ui/messages/words.ts";
import { call as en } from "./en/call.ts";
import { call as nl } from "./nl/call.ts";

export const callWords = { nl, en } satisfies Both<unknown>;

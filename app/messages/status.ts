import type { Both } from "../ui/messages/words.ts";
import { status as en } from "./en/status.ts";
import { status as nl } from "./nl/status.ts";

export const statusWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { handOver as en } from "./en/hand-over.ts";
import { handOver as nl } from "./nl/hand-over.ts";

export const handOverWords = { nl, en } satisfies Both<unknown>;

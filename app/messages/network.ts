import { network as en } from "./en/network.ts";
import { network as nl } from "./nl/network.ts";
import type { Both } from "./words.ts";

export const networkWords = { nl, en } satisfies Both<unknown>;

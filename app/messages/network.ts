import type { Both } from "../ui/messages/words.ts";
import { network as en } from "./en/network.ts";
import { network as nl } from "./nl/network.ts";

export const networkWords = { nl, en } satisfies Both<unknown>;

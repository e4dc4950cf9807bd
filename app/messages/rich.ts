import type { Both } from "../ui/messages/words.ts";
import { rich as en } from "./en/rich.ts";
import { rich as nl } from "./nl/rich.ts";

export const richWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { api as en } from "./en/api.ts";
import { api as nl } from "./nl/api.ts";

export const apiWords = { nl, en } satisfies Both<unknown>;

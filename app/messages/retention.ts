import type { Both } from "../ui/messages/words.ts";
import { retention as en } from "./en/retention.ts";
import { retention as nl } from "./nl/retention.ts";

export const retentionWords = { nl, en } satisfies Both<unknown>;

import { retention as en } from "./en/retention.ts";
import { retention as nl } from "./nl/retention.ts";
import type { Both } from "./words.ts";

export const retentionWords = { nl, en } satisfies Both<unknown>;

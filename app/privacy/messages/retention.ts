import type { Both } from "../../ui/messages/words.ts";
import { retention as en } from "./retention.en.ts";
import { retention as nl } from "./retention.nl.ts";

export const retentionWords = { nl, en } satisfies Both<unknown>;

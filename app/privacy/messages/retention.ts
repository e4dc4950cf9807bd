import type { Both } from "../../language/words.ts";
import { retention as en } from "./retention.en.ts";
import { retention as nl } from "./retention.nl.ts";

export const retentionWords = { nl, en } satisfies Both<unknown>;

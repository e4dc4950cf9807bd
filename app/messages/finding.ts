import type { Both } from "../ui/messages/words.ts";
import { finding as en } from "./en/finding.ts";
import { finding as nl } from "./nl/finding.ts";

export const findingWords = { nl, en } satisfies Both<unknown>;

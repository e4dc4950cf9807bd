import type { Both } from "../ui/messages/words.ts";
import { programme as en } from "./en/programme.ts";
import { programme as nl } from "./nl/programme.ts";

export const programmeWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { programmeWork as en } from "./en/programme-work.ts";
import { programmeWork as nl } from "./nl/programme-work.ts";

export const programmeWorkWords = { nl, en } satisfies Both<unknown>;

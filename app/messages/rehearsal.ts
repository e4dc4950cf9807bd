import type { Both } from "../ui/messages/words.ts";
import { rehearsal as en } from "./en/rehearsal.ts";
import { rehearsal as nl } from "./nl/rehearsal.ts";

export const rehearsalWords = { nl, en } satisfies Both<unknown>;

import { rehearsal as en } from "./en/rehearsal.ts";
import { rehearsal as nl } from "./nl/rehearsal.ts";
import type { Both } from "./words.ts";

export const rehearsalWords = { nl, en } satisfies Both<unknown>;

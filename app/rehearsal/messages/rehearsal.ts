import type { Both } from "../../language/words.ts";
import { rehearsal as en } from "./rehearsal.en.ts";
import { rehearsal as nl } from "./rehearsal.nl.ts";

export const rehearsalWords = { nl, en } satisfies Both<unknown>;

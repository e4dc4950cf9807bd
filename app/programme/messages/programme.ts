import type { Both } from "../../ui/messages/words.ts";
import { programme as en } from "./programme.en.ts";
import { programme as nl } from "./programme.nl.ts";

export const programmeWords = { nl, en } satisfies Both<unknown>;

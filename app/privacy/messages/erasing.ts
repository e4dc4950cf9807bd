import type { Both } from "../../ui/messages/words.ts";
import { erasing as en } from "./erasing.en.ts";
import { erasing as nl } from "./erasing.nl.ts";

export const erasingWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../ui/messages/words.ts";
import { readability as en } from "./readability.en.ts";
import { readability as nl } from "./readability.nl.ts";

export const readabilityWords = { nl, en } satisfies Both<unknown>;

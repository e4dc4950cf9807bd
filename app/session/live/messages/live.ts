import type { Both } from "../../../ui/messages/words.ts";
import { live as en } from "./live.en.ts";
import { live as nl } from "./live.nl.ts";

export const liveWords = { nl, en } satisfies Both<unknown>;

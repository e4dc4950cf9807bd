import type { Both } from "../../../ui/messages/words.ts";
import { consultation as en } from "./consultation.en.ts";
import { consultation as nl } from "./consultation.nl.ts";

export const consultationWords = { nl, en } satisfies Both<unknown>;

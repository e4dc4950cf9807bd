import type { Both } from "../../../language/words.ts";
import { consultation as en } from "./consultation.en.ts";
import { consultation as nl } from "./consultation.nl.ts";

export const consultationWords = { nl, en } satisfies Both<unknown>;

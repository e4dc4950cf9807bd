import { consultation as en } from "./en/consultation.ts";
import { consultation as nl } from "./nl/consultation.ts";
import type { Both } from "./words.ts";

export const consultationWords = { nl, en } satisfies Both<unknown>;

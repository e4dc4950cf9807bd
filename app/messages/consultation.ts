import type { Both } from "../ui/messages/words.ts";
import { consultation as en } from "./en/consultation.ts";
import { consultation as nl } from "./nl/consultation.ts";

export const consultationWords = { nl, en } satisfies Both<unknown>;

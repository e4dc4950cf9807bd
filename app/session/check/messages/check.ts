import type { Both } from "../../../ui/messages/words.ts";
import { check as en } from "./check.en.ts";
import { check as nl } from "./check.nl.ts";

export const checkWords = { nl, en } satisfies Both<unknown>;

import { registration as en } from "./en/registration.ts";
import { registration as nl } from "./nl/registration.ts";
import type { Both } from "./words.ts";

export const registrationWords = { nl, en } satisfies Both<unknown>;

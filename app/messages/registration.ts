import type { Both } from "../ui/messages/words.ts";
import { registration as en } from "./en/registration.ts";
import { registration as nl } from "./nl/registration.ts";

export const registrationWords = { nl, en } satisfies Both<unknown>;

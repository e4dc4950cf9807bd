import { registrations as en } from "./en/registrations.ts";
import { registrations as nl } from "./nl/registrations.ts";
import type { Both } from "./words.ts";

export const registrationsWords = { nl, en } satisfies Both<unknown>;

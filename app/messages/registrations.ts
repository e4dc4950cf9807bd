import type { Both } from "../ui/messages/words.ts";
import { registrations as en } from "./en/registrations.ts";
import { registrations as nl } from "./nl/registrations.ts";

export const registrationsWords = { nl, en } satisfies Both<unknown>;

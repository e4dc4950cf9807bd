import type { Both } from "../../../language/words.ts";
import { registrations as en } from "./registrations.en.ts";
import { registrations as nl } from "./registrations.nl.ts";

export const registrationsWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../language/words.ts";
import { privacy as en } from "./privacy.en.ts";
import { privacy as nl } from "./privacy.nl.ts";

export const privacyWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { mail as en } from "./mail.en.ts";
import { mail as nl } from "./mail.nl.ts";

export const mailWords = { nl, en } satisfies Both<unknown>;

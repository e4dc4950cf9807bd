import { mail as en } from "./en/mail.ts";
import { mail as nl } from "./nl/mail.ts";
import type { Both } from "./words.ts";

export const mailWords = { nl, en } satisfies Both<unknown>;

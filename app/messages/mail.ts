import type { Both } from "../ui/messages/words.ts";
import { mail as en } from "./en/mail.ts";
import { mail as nl } from "./nl/mail.ts";

export const mailWords = { nl, en } satisfies Both<unknown>;

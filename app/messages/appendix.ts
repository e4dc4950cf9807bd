import type { Both } from "../ui/messages/words.ts";
import { appendix as en } from "./en/appendix.ts";
import { appendix as nl } from "./nl/appendix.ts";

export const appendixWords = { nl, en } satisfies Both<unknown>;

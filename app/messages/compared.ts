import type { Both } from "../ui/messages/words.ts";
import { compared as en } from "./en/compared.ts";
import { compared as nl } from "./nl/compared.ts";

export const comparedWords = { nl, en } satisfies Both<unknown>;

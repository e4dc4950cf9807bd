import { compared as en } from "./en/compared.ts";
import { compared as nl } from "./nl/compared.ts";
import type { Both } from "./words.ts";

export const comparedWords = { nl, en } satisfies Both<unknown>;

import { claims as en } from "./en/claims.ts";
import { claims as nl } from "./nl/claims.ts";
import type { Both } from "./words.ts";

export const claimWords = { nl, en } satisfies Both<unknown>;

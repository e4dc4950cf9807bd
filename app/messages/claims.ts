import type { Both } from "../ui/messages/words.ts";
import { claims as en } from "./en/claims.ts";
import { claims as nl } from "./nl/claims.ts";

export const claimWords = { nl, en } satisfies Both<unknown>;

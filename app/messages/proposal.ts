import { proposal as en } from "./en/proposal.ts";
import { proposal as nl } from "./nl/proposal.ts";
import type { Both } from "./words.ts";

export const proposalWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { proposal as en } from "./en/proposal.ts";
import { proposal as nl } from "./nl/proposal.ts";

export const proposalWords = { nl, en } satisfies Both<unknown>;

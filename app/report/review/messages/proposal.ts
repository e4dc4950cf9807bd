import type { Both } from "../../../ui/messages/words.ts";
import { proposal as en } from "./proposal.en.ts";
import { proposal as nl } from "./proposal.nl.ts";

export const proposalWords = { nl, en } satisfies Both<unknown>;

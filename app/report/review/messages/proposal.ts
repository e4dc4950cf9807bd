import type { Both } from "../../../language/words.ts";
import { proposal as en } from "./proposal.en.ts";
import { proposal as nl } from "./proposal.nl.ts";

export const proposalWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { writingTeam as en } from "./en/writing-team.ts";
import { writingTeam as nl } from "./nl/writing-team.ts";

export const writingTeamWords = { nl, en } satisfies Both<unknown>;

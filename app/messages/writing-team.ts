import { writingTeam as en } from "./en/writing-team.ts";
import { writingTeam as nl } from "./nl/writing-team.ts";
import type { Both } from "./words.ts";

export const writingTeamWords = { nl, en } satisfies Both<unknown>;

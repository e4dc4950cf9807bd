import type { Both } from "../../../language/words.ts";
import { writingTeam as en } from "./writing-team.en.ts";
import { writingTeam as nl } from "./writing-team.nl.ts";

export const writingTeamWords = { nl, en } satisfies Both<unknown>;

import { team as en } from "./en/team.ts";
import { team as nl } from "./nl/team.ts";
import type { Both } from "./words.ts";

export const teamWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { team as en } from "./en/team.ts";
import { team as nl } from "./nl/team.ts";

export const teamWords = { nl, en } satisfies Both<unknown>;

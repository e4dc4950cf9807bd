import type { Both } from "../../language/words.ts";
import { team as en } from "./team.en.ts";
import { team as nl } from "./team.nl.ts";

export const teamWords = { nl, en } satisfies Both<unknown>;

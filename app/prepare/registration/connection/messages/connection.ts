import type { Both } from "../../../../language/words.ts";
import { connection as en } from "./connection.en.ts";
import { connection as nl } from "./connection.nl.ts";

export const connectionWords = { nl, en } satisfies Both<unknown>;

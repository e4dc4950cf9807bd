import type { Both } from "../../../language/words.ts";
import { connections as en } from "./connections.en.ts";
import { connections as nl } from "./connections.nl.ts";

export const connectionWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { rich as en } from "./rich.en.ts";
import { rich as nl } from "./rich.nl.ts";

export const richWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { cockpit as en } from "./cockpit.en.ts";
import { cockpit as nl } from "./cockpit.nl.ts";

export const cockpitWords = { nl, en } satisfies Both<unknown>;

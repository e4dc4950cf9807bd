import { cockpit as en } from "./en/cockpit.ts";
import { cockpit as nl } from "./nl/cockpit.ts";
import type { Both } from "./words.ts";

export const cockpitWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { cockpit as en } from "./en/cockpit.ts";
import { cockpit as nl } from "./nl/cockpit.ts";

export const cockpitWords = { nl, en } satisfies Both<unknown>;

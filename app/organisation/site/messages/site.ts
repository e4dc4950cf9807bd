import type { Both } from "../../../ui/messages/words.ts";
import { site as en } from "./site.en.ts";
import { site as nl } from "./site.nl.ts";

export const siteWords = { nl, en } satisfies Both<unknown>;

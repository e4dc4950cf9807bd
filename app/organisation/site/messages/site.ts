import type { Both } from "../../../language/words.ts";
import { site as en } from "./site.en.ts";
import { site as nl } from "./site.nl.ts";

export const siteWords = { nl, en } satisfies Both<unknown>;

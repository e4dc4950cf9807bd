import { page as en } from "./page.en.ts";
import { page as nl } from "./page.nl.ts";
import type { Both } from "./words.ts";

export const pageWords = { nl, en } satisfies Both<unknown>;

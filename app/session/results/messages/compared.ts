import type { Both } from "../../../language/words.ts";
import { compared as en } from "./compared.en.ts";
import { compared as nl } from "./compared.nl.ts";

export const comparedWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../../../language/words.ts";
import { circles as en } from "./circles.en.ts";
import { circles as nl } from "./circles.nl.ts";

export const circlesWords = { nl, en } satisfies Both<unknown>;

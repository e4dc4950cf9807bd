import type { Both } from "../../language/words.ts";
import { installation as en } from "./installation.en.ts";
import { installation as nl } from "./installation.nl.ts";

export const installationWords = { nl, en } satisfies Both<unknown>;

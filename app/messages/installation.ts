import { installation as en } from "./en/installation.ts";
import { installation as nl } from "./nl/installation.ts";
import type { Both } from "./words.ts";

export const installationWords = { nl, en } satisfies Both<unknown>;

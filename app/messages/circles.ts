import { circles as en } from "./en/circles.ts";
import { circles as nl } from "./nl/circles.ts";
import type { Both } from "./words.ts";

export const circlesWords = { nl, en } satisfies Both<unknown>;

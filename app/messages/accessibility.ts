import { accessibility as en } from "./en/accessibility.ts";
import { accessibility as nl } from "./nl/accessibility.ts";
import type { Both } from "./words.ts";

export const accessibilityWords = { nl, en } satisfies Both<unknown>;

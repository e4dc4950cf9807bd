import type { Both } from "../ui/messages/words.ts";
import { coverage as en } from "./en/coverage.ts";
import { coverage as nl } from "./nl/coverage.ts";

export const coverageWords = { nl, en } satisfies Both<unknown>;

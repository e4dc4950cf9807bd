import type { Both } from "../ui/messages/words.ts";
import { installation as en } from "./en/installation.ts";
import { installation as nl } from "./nl/installation.ts";

export const installationWords = { nl, en } satisfies Both<unknown>;

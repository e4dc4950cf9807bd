import type { Both } from "../ui/messages/words.ts";
import { circles as en } from "./en/circles.ts";
import { circles as nl } from "./nl/circles.ts";

export const circlesWords = { nl, en } satisfies Both<unknown>;

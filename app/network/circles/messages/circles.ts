import type { Both } from "../../../ui/messages/words.ts";
import { circles as en } from "./circles.en.ts";
import { circles as nl } from "./circles.nl.ts";

export const circlesWords = { nl, en } satisfies Both<unknown>;

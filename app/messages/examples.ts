import type { Both } from "../ui/messages/words.ts";
import { examples as en } from "./en/examples.ts";
import { examples as nl } from "./nl/examples.ts";

export const exampleWords = { nl, en } satisfies Both<unknown>;

import type { Both } from "../ui/messages/words.ts";
import { picture as en } from "./en/picture.ts";
import { picture as nl } from "./nl/picture.ts";

export const pictureWords = { nl, en } satisfies Both<unknown>;

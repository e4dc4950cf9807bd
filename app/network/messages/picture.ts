import type { Both } from "../../language/words.ts";
import { picture as en } from "./picture.en.ts";
import { picture as nl } from "./picture.nl.ts";

export const pictureWords = { nl, en } satisfies Both<unknown>;

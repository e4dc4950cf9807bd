import type { Both } from "../../language/words.ts";
import { programmeVoice as en } from "./programme-voice.en.ts";
import { programmeVoice as nl } from "./programme-voice.nl.ts";

export const programmeVoiceWords = { nl, en } satisfies Both<unknown>;

import { programmeVoice as en } from "./en/programme-voice.ts";
import { programmeVoice as nl } from "./nl/programme-voice.ts";
import type { Both } from "./words.ts";

export const programmeVoiceWords = { nl, en } satisfies Both<unknown>;

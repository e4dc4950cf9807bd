import type { Both } from "../ui/messages/words.ts";
import { programmeVoice as en } from "./en/programme-voice.ts";
import { programmeVoice as nl } from "./nl/programme-voice.ts";

export const programmeVoiceWords = { nl, en } satisfies Both<unknown>;

import type { Same } from "../locale.ts";
import type { accessibility as source } from "../nl/accessibility.ts";

export const accessibility: Same<typeof source> = {
  title: "Accessibility",
  lead: "Everybody must be able to take part: by keyboard, with a screen reader, on a phone, with text only.",
  aimTitle: "What we aim for",
  aim: "Klankbord is made by WCAG 2.2, level AA. Each page is tested automatically, walked by keyboard and looked at in 320 pixels.",
  textTitle: "Taking part with text only",
  text: "You need no camera or microphone. Everything that counts in a session can be done with text.",
  knownTitle: "What must still improve",
  known:
    "An independent audit has not been done yet. That is why no compliance status stands here. The publisher of this website completes this statement.",
  contactTitle: "Is something in your way?",
  contact: "Tell the organiser of the dialogue. The address stands with the call and at the bottom of each page of a session.",
};

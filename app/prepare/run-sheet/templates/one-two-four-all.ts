import { nothingAsked, type Part } from "./template.ts";

const question = {
  nl: "Wat zou in uw werk morgen al verschil maken?",
  en: "What would already make a difference in your work tomorrow?",
};

/** 1-2-4-all (after Lipmanowicz and McCandless): alone, in pairs, two pairs together, all. 27 minutes. */
export const oneTwoFourAll: readonly Part[] = [
  {
    kind: "alone",
    minutes: 3,
    title: { nl: "Eerst alleen", en: "Alone first" },
    question,
    collects: ["suggestion", "need"],
    script: {
      nl: "U hebt drie minuten voor uzelf. Lees de vraag en schrijf op wat het eerst bij u opkomt. Niemand leest mee. Wie klaar is, wacht even in stilte.",
      en: "You have three minutes for yourself. Read the question and write down what first comes to mind. Nobody reads along. If you are done, please wait in silence.",
    },
  },
  {
    kind: "group",
    minutes: 6,
    title: { nl: "Met z’n tweeën", en: "In pairs" },
    question,
    mix: "new",
    size: 2,
    collects: ["suggestion", "need"],
    script: {
      nl: "U zit nu met één ander. Vertel elkaar om de beurt wat u opschreef, elk drie minuten. Luister eerst en vraag door. Leg op tafel wat u samen belangrijk vindt.",
      en: "You are with one other person now. Tell each other in turn what you wrote, three minutes each. Listen first and ask on. Put on the table what you both find important.",
    },
  },
  {
    kind: "group",
    minutes: 10,
    title: { nl: "Met z’n vieren", en: "In fours" },
    question,
    mix: "double",
    collects: ["suggestion", "need", "note"],
    script: {
      nl: "Twee tweetallen schuiven bij elkaar; u blijft bij degene met wie u net sprak. Vergelijk wat er op tafel ligt. Wat is hetzelfde, wat valt op? Kies samen één punt dat iedereen moet horen, en wie dat straks vertelt.",
      en: "Two pairs join; you stay with the person you just spoke with. Compare what lies on the table. What is the same, what stands out? Choose one point that everybody should hear, and who will tell it.",
    },
  },
  {
    kind: "plenary",
    minutes: 8,
    title: { nl: "Met de hele groep", en: "All together" },
    question: nothingAsked,
    script: {
      nl: "We zijn weer bij elkaar. Ik vraag een paar groepen om in één zin te vertellen wat wij allemaal moeten horen. De rest staat op het scherm en gaat niet verloren.",
      en: "We are back together. I ask a few groups to tell in one sentence what we all should hear. The rest is on the screen and is not lost.",
    },
  },
];

import { nothingAsked, type Part } from "./template.ts";

/** A later meeting of the same dialogue: what became of it, what changed, what now. 90 minutes. */
export const followUp: readonly Part[] = [
  {
    kind: "welcome",
    minutes: 5,
    title: { nl: "Weer samen", en: "Together again" },
    question: nothingAsked,
    script: {
      nl: "Welkom terug. De vorige keer vertelde u wat u nodig hebt. Vandaag hoort u wat ermee is gedaan, kijken we wat er in uw werk is veranderd, en spreken we af wat nu het eerst moet.",
      en: "Welcome back. Last time you told what you need. Today you hear what was done with it, we look at what changed in your work, and we agree what comes first now.",
    },
  },
  {
    kind: "plenary",
    minutes: 10,
    title: { nl: "Wat ervan kwam", en: "What became of it" },
    question: { nl: "Wat is er met onze inbreng gedaan?", en: "What was done with what we said?" },
    script: {
      nl: "Wij lopen het programma langs: wat is opgepakt, wat komt later, en wat niet, met de reden. Daarna de toezeggingen: wat is gelukt, en wat liep anders. Ook dat laatste mag gewoon gezegd worden.",
      en: "We go through the programme: what was taken up, what comes later, and what does not, with the reason. Then the commitments: what worked out, and what went another way. That may simply be said too.",
    },
  },
  {
    kind: "introduction",
    minutes: 10,
    title: { nl: "Bijpraten", en: "Catching up" },
    question: { nl: "Wat deed u sinds de vorige keer anders?", en: "What have you done differently since last time?" },
    size: 4,
    script: {
      nl: "Vertel om de beurt in twee minuten wat u sinds de vorige keer anders deed, hoe klein ook. Wie er toen niet bij was, vertelt wat hij of zij zoekt.",
      en: "In turn tell in two minutes what you have done differently since last time, however small. Who was not there then tells what they look for.",
    },
  },
  {
    kind: "group",
    minutes: 20,
    title: { nl: "Wat er veranderde", en: "What changed" },
    question: {
      nl: "Wat is er in uw werk veranderd, en wat knelt nog?",
      en: "What changed in your work, and what still chafes?",
    },
    mix: "new",
    size: 6,
    collects: ["works", "chafes"],
    script: {
      nl: "Schrijf eerst ieder voor zich op wat nu beter gaat en wat nog knelt. Leg het dan naast elkaar. Waar merkt u het aan? En waar merkt u nog niets?",
      en: "First write each for yourself what goes better now and what still chafes. Then lay it side by side. By what do you notice it? And where do you notice nothing yet?",
    },
  },
  {
    kind: "practice-check",
    minutes: 15,
    title: { nl: "Praktijktoets, opnieuw", en: "Practice check, again" },
    question: { nl: "Klopt dit nu in uw praktijk?", en: "Does this hold in your practice now?" },
    script: {
      nl: "U ziet inzichten die we de vorige keer ook toetsten. Antwoord zoals het nu is, niet zoals u toen koos. Niemand ziet wat u kiest.",
      en: "You see insights that we tested last time too. Answer as it is now, not as you chose then. Nobody sees what you choose.",
    },
  },
  {
    kind: "group",
    minutes: 20,
    title: { nl: "Wat nu", en: "What now" },
    question: {
      nl: "Wat moet nu het eerst, en wat kunt u zelf doen?",
      en: "What comes first now, and what can you do yourself?",
    },
    mix: "keep",
    collects: ["need", "suggestion"],
    script: {
      nl: "Noem wat nog openstaat en wat erbij kwam. Kies samen wat het eerst moet. Schrijf op wat u zelf gaat doen: wie, wat, wanneer en met wie. Dat zet u straks bij ‘Uw toezeggingen’.",
      en: "Name what is still open and what came along. Together choose what comes first. Write down what you will do yourself: who, what, when and with whom. Afterwards you put that at ‘Your commitments’.",
    },
  },
  {
    kind: "close",
    minutes: 10,
    title: { nl: "Toezeggingen", en: "Commitments" },
    question: { nl: "Wat zegt u toe, en voor wanneer?", en: "What do you commit to, and by when?" },
    script: {
      nl: "Een rondje: één toezegging per tafel, met een datum. U krijgt vooraf een herinnering, en daarna de vraag of het is gelukt. Dank u wel, en tot de volgende keer.",
      en: "A round: one commitment a table, with a date. You get a reminder before, and afterwards the question whether it worked out. Thank you, and until next time.",
    },
  },
];

import { nothingAsked, type Part } from "./template.ts";

const question = {
  nl: "Wat moet een programma doen zodat u uw werk beter kunt doen?",
  en: "What should a programme do so that you can do your work better?",
};

/** The consensus workshop of the Technology of Participation (Institute of Cultural Affairs): context, alone, cards, clusters, names, resolve. 70 minutes. */
export const consensusWorkshop: readonly Part[] = [
  {
    kind: "welcome",
    minutes: 5,
    title: { nl: "Waar het om gaat", en: "What it is about" },
    question: nothingAsked,
    script: {
      nl: "We zoeken samen een antwoord op één vraag. U leest hem zo op uw scherm. Elk idee telt. We beginnen ieder voor zich, daarna in groepen, en aan het eind geven we elke groep ideeën een naam die we allemaal herkennen.",
      en: "Together we look for an answer to one question. You will read it on your screen. Every idea counts. We begin each for ourselves, then in groups, and in the end we give each cluster of ideas a name that we all recognise.",
    },
  },
  {
    kind: "alone",
    minutes: 7,
    title: { nl: "Alleen: uw ideeën", en: "Alone: your ideas" },
    question,
    collects: ["suggestion"],
    script: {
      nl: "Lees de vraag. Schrijf in zeven minuten zo veel ideeën op als u kunt, elk in één korte zin. Oordeel nog niet. Zet daarna een ster in gedachten bij uw drie beste.",
      en: "Read the question. In seven minutes write as many ideas as you can, each in one short sentence. Do not judge yet. Then pick your three best in your mind.",
    },
  },
  {
    kind: "group",
    minutes: 15,
    title: { nl: "In de groep: kaarten op tafel", en: "In the group: cards on the table" },
    question,
    mix: "new",
    size: 5,
    collects: ["suggestion"],
    script: {
      nl: "Leg om de beurt uw beste ideeën op tafel. Vraag alleen naar wat u niet begrijpt. Kies samen zes tot acht kaarten die verschillen. Eén kaart is één idee, in drie tot vijf woorden.",
      en: "Put your best ideas on the table in turn. Ask only about what you do not understand. Together choose six to eight cards that differ. One card is one idea, in three to five words.",
    },
  },
  {
    kind: "group",
    minutes: 15,
    title: { nl: "In de groep: wat hoort bij elkaar", en: "In the group: what belongs together" },
    question: {
      nl: "Welke ideeën gaan over hetzelfde?",
      en: "Which ideas are about the same?",
    },
    mix: "keep",
    collects: ["suggestion", "note"],
    script: {
      nl: "Zoek eerst twee kaarten die bij elkaar horen, en dan nog twee. Praat er nog niet te lang over. Bouw zo stapels. Een kaart die nergens bij past, blijft gewoon liggen: die is ook van waarde.",
      en: "First find two cards that belong together, then two more. Do not talk too long yet. Build clusters like that. A card that fits nowhere simply stays: it has its value too.",
    },
  },
  {
    kind: "group",
    minutes: 15,
    title: { nl: "In de groep: geef elke stapel een naam", en: "In the group: name each cluster" },
    question: {
      nl: "Wat zegt deze stapel als antwoord op de vraag?",
      en: "What does this cluster say in answer to the question?",
    },
    mix: "keep",
    collects: ["suggestion", "note"],
    script: {
      nl: "Begin bij de grootste stapel. Lees alle kaarten hardop. Geef de stapel dan een naam van drie tot zeven woorden die antwoord geeft op de vraag. Pas als iedereen ja zegt, gaat u naar de volgende.",
      en: "Begin with the largest cluster. Read all its cards aloud. Then give it a name of three to seven words that answers the question. Only when everybody says yes you go to the next.",
    },
  },
  {
    kind: "plenary",
    minutes: 10,
    title: { nl: "Samen: waar staan we achter", en: "Together: what we stand behind" },
    question: nothingAsked,
    script: {
      nl: "Elke groep leest de namen van haar stapels voor. Wat hoort u steeds terug? Waar twijfelt u over? Zeg dat ook. Wat we nu horen, nemen we mee als gezamenlijk antwoord; waar we verschillen, schrijven we dat erbij.",
      en: "Each group reads out the names of its clusters. What do you hear again and again? What do you doubt? Say that too. What we hear now we take along as our shared answer; where we differ, we write that down with it.",
    },
  },
  {
    kind: "close",
    minutes: 3,
    title: { nl: "Afspraak", en: "Resolve" },
    question: nothingAsked,
    script: {
      nl: "Wat is de eerste stap, en wie merkt daar iets van? U leest later wat er met deze uitkomst is gedaan. Dank u wel.",
      en: "What is the first step, and who will notice? You will read later what was done with this outcome. Thank you.",
    },
  },
];

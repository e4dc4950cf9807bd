import type { Locale } from "../../../platform/time.ts";
import type { StepDraft, Words } from "../step.ts";
import { draftOf, nothingAsked, type Part } from "./template.ts";

/** The template "Online dialoog 09.00-11.00" in the organiser's language: 120 minutes. */
export function onlineDialogue(locale: Locale): readonly StepDraft[] {
  return onlineDialogueParts.map((part) => draftOf(part, locale));
}

const need: Words = { nl: "Wat hebt u nodig om bewoners sneller te helpen?", en: "What do you need to help residents sooner?" };

export const onlineDialogueParts: readonly Part[] = [
  {
    kind: "welcome",
    minutes: 10,
    title: { nl: "Welkom", en: "Welcome" },
    question: nothingAsked,
    script: {
      nl: "Goedemorgen en welkom. Fijn dat u er bent. De komende twee uur luisteren we naar wat u in uw werk tegenkomt. Eerst maken we kennis, dan zegt u wat u nodig hebt, en na de pauze toetst u inzichten aan uw praktijk. Hebt u hulp nodig, druk dan op ‘Hulp vragen’.",
      en: "Good morning and welcome. It is good that you are here. For the next two hours we listen to what you meet in your work. First we get to know each other, then you say what you need, and after the break you test insights against your practice. If you need help, press ‘Ask for help’.",
    },
  },
  {
    kind: "introduction",
    minutes: 20,
    title: { nl: "Kennismaking in deelgroepen", en: "Getting to know each other, in groups" },
    question: { nl: "Wat brengt u mee, en wat zoekt u?", en: "What do you bring, and what are you looking for?" },
    script: {
      nl: "U komt zo aan een tafel met mensen uit andere vakgebieden. Stel u om de beurt voor in één minuut: wat doet u, wat brengt u mee, en wat zoekt u? Kies samen wie de notities schrijft.",
      en: "In a moment you sit at a table with people from other fields. Introduce yourselves in turn, one minute each: what do you do, what do you bring, and what are you looking for? Choose together who writes the notes.",
    },
  },
  {
    kind: "alone",
    minutes: 7,
    title: { nl: "De huidige aanpak en wat u nodig hebt: zelf", en: "The current approach and what you need: alone" },
    question: need,
    collects: ["works", "chafes", "suggestion", "need"],
    script: {
      nl: "Nu bent u even alleen. Lees de vraag op uw scherm. Wat werkt er al, wat knelt, en wat hebt u nodig? Schrijf het op zoals u het aan een collega zou vertellen. Niemand leest mee tot u het zelf deelt.",
      en: "Now you are by yourself for a moment. Read the question on your screen. What works already, what chafes, and what do you need? Write it as you would tell a colleague. Nobody reads along until you share it yourself.",
    },
  },
  {
    kind: "group",
    minutes: 23,
    title: {
      nl: "De huidige aanpak en wat u nodig hebt: in nieuwe deelgroepen",
      en: "The current approach and what you need: in new groups",
    },
    question: need,
    collects: ["works", "chafes", "suggestion", "need", "note"],
    script: {
      nl: "U zit nu met nieuwe mensen aan tafel. Leg om de beurt op tafel wat u opschreef. Herkent u iets van een ander, druk dan op ‘Dit herken ik’. Lees aan het eind samen na of het klopt wat er staat.",
      en: "You are at a table with new people now. Put what you wrote on the table in turn. If you recognise something of another, press ‘I recognise this’. At the end read back together whether it is right.",
    },
  },
  {
    kind: "break",
    minutes: 10,
    title: { nl: "Pauze", en: "Break" },
    question: nothingAsked,
    script: {
      nl: "We nemen tien minuten pauze. Alles wat u typte, blijft bewaard. De klok op uw scherm loopt door; als hij op nul staat, gaan we verder.",
      en: "We take a break of ten minutes. Everything you typed is kept. The clock on your screen goes on; when it reaches zero, we continue.",
    },
  },
  {
    kind: "practice-check",
    minutes: 25,
    title: { nl: "Praktijktoets", en: "Practice check" },
    question: { nl: "Klopt dit in uw praktijk?", en: "Does this hold in your practice?" },
    script: {
      nl: "U ziet zo een aantal inzichten. Zeg per inzicht of u het ermee eens bent en of het past in uw praktijk. Niemand ziet wat u kiest. Past het alleen onder voorwaarden, schrijf dan op welke.",
      en: "You will see a number of insights. For each, say whether you agree and whether it fits your practice. Nobody sees what you choose. If it fits only under conditions, write down which.",
    },
  },
  {
    kind: "prioritise",
    minutes: 10,
    title: { nl: "Wat weegt het zwaarst", en: "What weighs most" },
    question: { nl: "Welke drie behoeften wegen in uw werk het zwaarst?", en: "Which three needs weigh most in your work?" },
    script: {
      nl: "U krijgt drie stippen. Geef ze aan de behoeften die in uw werk het zwaarst wegen. Niet aan wat het mooist klinkt, maar aan wat morgen verschil maakt.",
      en: "You have three marks. Give them to the needs that weigh most in your work. Not to what sounds best, but to what makes a difference tomorrow.",
    },
  },
  {
    kind: "plenary",
    minutes: 10,
    title: { nl: "Opbrengst plenair", en: "Harvest with the whole group" },
    question: { nl: "Wat horen we?", en: "What do we hear?" },
    script: {
      nl: "We zijn weer met de hele groep. Op het scherm staat wat u samen hebt opgehaald. Wat valt u op? Wat herkent u, en wat had u niet verwacht? Ik vraag een paar tafels om iets te vertellen.",
      en: "We are back with the whole group. On the screen you see what you brought together. What stands out? What do you recognise, and what did you not expect? I ask a few tables to tell something.",
    },
  },
  {
    kind: "close",
    minutes: 5,
    title: { nl: "Afsluiting en vervolg", en: "Closing and what comes next" },
    question: nothingAsked,
    script: {
      nl: "Dank u wel. Alles wat u deelde, gaat mee in het verslag. U krijgt bericht als u kunt meelezen, en u leest daarna wat er met uw inbreng is gedaan. Tot de volgende keer.",
      en: "Thank you. Everything you shared goes into the report. You hear when you can review it, and afterwards you read what was done with your input. Until next time.",
    },
  },
];

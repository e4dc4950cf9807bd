import type { Locale } from "../platform/time.ts";
import { type StepDraft, type StepKind, stepKinds, usualShape, type Words } from "./step.ts";
import { instructionFor } from "./step-texts.ts";

/** The template "Online dialoog 09.00-11.00" in the organiser's language: 120 minutes. */
export function onlineDialogue(locale: Locale): readonly StepDraft[] {
  return parts.map(({ kind, minutes, title, question, collects }) => ({
    ...usualShape(kind),
    ...(collects && { collects }),
    seconds: minutes * 60,
    title: title[locale],
    question: question[locale],
    instruction: instructionFor(kind)[locale],
  }));
}

/** A text of the template in the reader's language; the organiser's own text stays as it is. */
export function stepText(text: string, locale: Locale): string {
  return known.get(text)?.[locale] ?? text;
}

type Part = {
  readonly kind: StepKind;
  readonly minutes: number;
  readonly title: Words;
  readonly question: Words;
  readonly collects?: StepDraft["collects"];
};

const nothingAsked: Words = { nl: "", en: "" };
const need: Words = { nl: "Wat hebt u nodig om bewoners sneller te helpen?", en: "What do you need to help residents sooner?" };

const parts: readonly Part[] = [
  { kind: "welcome", minutes: 10, title: { nl: "Welkom", en: "Welcome" }, question: nothingAsked },
  {
    kind: "introduction",
    minutes: 20,
    title: { nl: "Kennismaking in deelgroepen", en: "Getting to know each other, in groups" },
    question: { nl: "Wat brengt u mee, en wat zoekt u?", en: "What do you bring, and what are you looking for?" },
  },
  {
    kind: "alone",
    minutes: 7,
    title: { nl: "De huidige aanpak en wat u nodig hebt: zelf", en: "The current approach and what you need: alone" },
    question: need,
    collects: ["works", "chafes", "suggestion", "need"],
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
  },
  { kind: "break", minutes: 10, title: { nl: "Pauze", en: "Break" }, question: nothingAsked },
  {
    kind: "practice-check",
    minutes: 25,
    title: { nl: "Praktijktoets", en: "Practice check" },
    question: { nl: "Klopt dit in uw praktijk?", en: "Does this hold in your practice?" },
  },
  {
    kind: "prioritise",
    minutes: 10,
    title: { nl: "Wat weegt het zwaarst", en: "What weighs most" },
    question: { nl: "Welke drie behoeften wegen in uw werk het zwaarst?", en: "Which three needs weigh most in your work?" },
  },
  {
    kind: "plenary",
    minutes: 10,
    title: { nl: "Opbrengst plenair", en: "Harvest with the whole group" },
    question: { nl: "Wat horen we?", en: "What do we hear?" },
  },
  {
    kind: "close",
    minutes: 5,
    title: { nl: "Afsluiting en vervolg", en: "Closing and what comes next" },
    question: nothingAsked,
  },
];

const known = new Map<string, Words>(
  [...parts.flatMap((part) => [part.title, part.question]), ...stepKinds.map(instructionFor)]
    .filter((words) => words.nl !== "")
    .flatMap((words): [string, Words][] => [
      [words.nl, words],
      [words.en, words],
    ]),
);

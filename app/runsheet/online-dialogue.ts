import { type Collectable, type StepDraft, type StepKind, usualShape, type Words } from "./step.ts";
import { instructionFor } from "./step-texts.ts";

const need: Words = {
  nl: "Wat hebt u nodig om bewoners sneller te helpen?",
  en: "What do you need to help residents sooner?",
};
const nothingAsked: Words = { nl: "", en: "" };
const approachAndNeeds: readonly Collectable[] = ["works", "chafes", "suggestion", "need"];

/** The template "Online dialoog 09.00-11.00": 120 minutes. */
export const onlineDialogue: readonly StepDraft[] = [
  step("welcome", 10, { nl: "Welkom", en: "Welcome" }, nothingAsked),
  step(
    "introduction",
    20,
    { nl: "Kennismaking in deelgroepen", en: "Getting to know each other, in groups" },
    { nl: "Wat brengt u mee, en wat zoekt u?", en: "What do you bring, and what are you looking for?" },
  ),
  {
    ...step(
      "alone",
      7,
      { nl: "De huidige aanpak en wat u nodig hebt: zelf", en: "The current approach and what you need: alone" },
      need,
    ),
    collects: approachAndNeeds,
  },
  {
    ...step(
      "group",
      23,
      {
        nl: "De huidige aanpak en wat u nodig hebt: in nieuwe deelgroepen",
        en: "The current approach and what you need: in new groups",
      },
      need,
    ),
    collects: [...approachAndNeeds, "note"],
  },
  step("break", 10, { nl: "Pauze", en: "Break" }, nothingAsked),
  step(
    "practice-check",
    25,
    { nl: "Praktijktoets", en: "Practice check" },
    { nl: "Klopt dit in uw praktijk?", en: "Does this hold in your practice?" },
  ),
  step(
    "prioritise",
    10,
    { nl: "Wat weegt het zwaarst", en: "What weighs most" },
    { nl: "Welke drie behoeften wegen in uw werk het zwaarst?", en: "Which three needs weigh most in your work?" },
  ),
  step(
    "plenary",
    10,
    { nl: "Opbrengst plenair", en: "Harvest with the whole group" },
    { nl: "Wat horen we?", en: "What do we hear?" },
  ),
  step("close", 5, { nl: "Afsluiting en vervolg", en: "Closing and what comes next" }, nothingAsked),
];

function step(kind: StepKind, minutes: number, title: Words, question: Words): StepDraft {
  return { ...usualShape(kind), seconds: minutes * 60, title, question, instruction: instructionFor(kind) };
}

import type { Locale } from "../../../platform/time.ts";
import type { StepDraft } from "../step.ts";
import { consensusWorkshop } from "./consensus-workshop.ts";
import { followUp } from "./follow-up.ts";
import { oneTwoFourAll } from "./one-two-four-all.ts";
import { onlineDialogueParts } from "./online-dialogue.ts";
import { peerConsultation } from "./peer-consultation.ts";
import { draftOf, type Part } from "./template.ts";
import { troika } from "./troika.ts";

export const templateNames = [
  "online-dialogue",
  "one-two-four-all",
  "consensus-workshop",
  "follow-up",
  "peer-consultation",
  "troika",
] as const;
export type TemplateName = (typeof templateNames)[number];

export const templates: Readonly<Record<TemplateName, readonly Part[]>> = {
  "online-dialogue": onlineDialogueParts,
  "one-two-four-all": oneTwoFourAll,
  "consensus-workshop": consensusWorkshop,
  "follow-up": followUp,
  "peer-consultation": peerConsultation,
  troika,
};

/** Those for peer consultation: nothing is collected. */
export const consultations = ["peer-consultation", "troika"] as const satisfies readonly TemplateName[];

/** The steps of a template in the organiser's language. */
export function stepsOfTemplate(name: TemplateName, locale: Locale): readonly StepDraft[] {
  return templates[name].map((part) => draftOf(part, locale));
}

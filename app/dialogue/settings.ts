import { z } from "zod";
import { typedLine, typedProse } from "../platform/typed-text.ts";
import { languages } from "./language.ts";

export const longestHouseRules = 4000;
export const longestHelp = 200;
/** Who helps is named on purpose. */
export const guardedSettings = ["houseRules"] as const;

export const settingsForm = z.object({
  houseRules: typedProse({ max: longestHouseRules }),
  helpContact: typedLine({ max: longestHelp }),
  confirmNewDevice: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  linkInCalendar: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  silenceNudge: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  language: z.enum(languages, { error: "missing" }),
  admission: z.enum(["automatic", "selection"], { error: "missing" }),
});
export type Settings = z.output<typeof settingsForm>;

/** The settings as one text, to see whether somebody changed them meanwhile. */
export function asSeen(of: Settings): string {
  const { houseRules, helpContact, confirmNewDevice, linkInCalendar, silenceNudge, language, admission } = of;
  return JSON.stringify([houseRules, helpContact, confirmNewDevice, linkInCalendar, silenceNudge, language, admission]);
}

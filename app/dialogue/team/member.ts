import { z } from "zod";
import { mailAddress } from "../../platform/mail/mail-address.ts";
import { cleanLine, textLength } from "../../platform/text.ts";
import type { TeamRole } from "../people/role.ts";

/** The roles that are given per dialogue. */
export const dialogueRoles = ["organiser", "facilitator", "analyst", "note-taker", "observer"] as const satisfies TeamRole[];
export type DialogueRole = (typeof dialogueRoles)[number];

/** The roles that hold for the installation: who keeps it running, and who may begin a dialogue. */
export const installationRoles = ["administrator", "organiser"] as const satisfies TeamRole[];
export type GivenRole = DialogueRole | (typeof installationRoles)[number];

const longestName = 120;
export const personName = z
  .string({ error: "missing" })
  .transform(cleanLine)
  .refine((name) => name !== "", "missing")
  .refine((name) => textLength(name) <= longestName, "long");

const role = z.enum(dialogueRoles, { error: "missing" });
export const inviteForm = z.object({ name: personName, mail: mailAddress, role });
export const installationInviteForm = z.object({
  name: personName,
  mail: mailAddress,
  role: z.enum(installationRoles, { error: "missing" }),
});
export const memberForm = z.object({ member: z.uuid() });
export const roleForm = memberForm.extend({ role });

import { mailLink } from "../../prepare/registration/my-page/lost-link.server.ts";
import { admittedOf } from "../cockpit/cockpit.server.ts";
import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { linkForm } from "../cockpit/deed-form.ts";
import type { Route } from "./+types/send-links.route.ts";

export const loader = toCockpit;

/** Whoever is missing gets a fresh link by mail; each at most as often as the brake on mail allows. */
export async function action(args: Route.ActionArgs) {
  return doDeed(args, linkForm, async ({ db, at, who }, { aanmeldingen }) => {
    const now = new Date();
    const mailed = [];
    for (const registrationId of await admittedOf(db, at.sessionId, aanmeldingen))
      mailed.push(await mailLink(db, { dialogueId: at.dialogueId, registrationId, actor: { person: who } }, now));
    return mailed.some(Boolean) ? "resent" : "mail-waits";
  });
}

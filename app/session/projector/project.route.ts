import { data } from "react-router";
import { project } from "../clock/steer.server.ts";
import { isOfDialogue } from "../cockpit/cockpit.server.ts";
import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { projectorForm } from "../cockpit/deed-form.ts";
import type { Route } from "./+types/project.route.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, projectorForm, async ({ db, at, who }, { toont, inzicht }) => {
    // Without an insight: what all outcomes together come to
    if (inzicht && !(await isOfDialogue(db, at.dialogueId, inzicht))) throw data("missing", { status: 404 });
    await project(db, at, who, inzicht && toont === "results" ? { shows: toont, insightId: inzicht } : { shows: toont });
    return undefined;
  });
}

import { data } from "react-router";
import type { Route } from "./+types/project.route.ts";
import { isOfDialogue } from "./cockpit.server.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { projectorForm } from "./deed-form.ts";
import { project } from "./steer.server.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, projectorForm, async ({ db, at, who }, { toont, inzicht }) => {
    // Without an insight: what all outcomes together come to
    if (inzicht && !(await isOfDialogue(db, at.dialogueId, inzicht))) throw data("missing", { status: 404 });
    await project(db, at, who, inzicht && toont === "results" ? { shows: toont, insightId: inzicht } : { shows: toont });
    return undefined;
  });
}

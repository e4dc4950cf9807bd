import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { revealForm } from "../cockpit/deed-form.ts";
import type { Route } from "./+types/reveal.route.ts";
import { coverInsights, revealInsights } from "./reveal.server.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, revealForm, async ({ db, at, who }, { doen, inzicht }) => {
    const does = doen === "reveal" ? revealInsights : coverInsights;
    await does(db, at.dialogueId, who, inzicht);
    return undefined;
  });
}

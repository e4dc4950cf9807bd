import { coverInsights, revealInsights } from "../insights/reveal.server.ts";
import type { Route } from "./+types/reveal.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { revealForm } from "./deed-form.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, revealForm, async ({ db, at, who }, { doen, inzicht }) => {
    const does = doen === "reveal" ? revealInsights : coverInsights;
    await does(db, at.dialogueId, who, inzicht);
    return undefined;
  });
}

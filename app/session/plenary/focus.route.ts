import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { focusForm } from "../cockpit/deed-form.ts";
import { focusInsight, unfocusInsight } from "../insights/focus.server.ts";
import type { Route } from "./+types/focus.route.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, focusForm, async ({ db, at, who }, { doen, inzicht }) => {
    const does = doen === "focus" ? focusInsight : unfocusInsight;
    await does(db, at, who, inzicht);
    return undefined;
  });
}

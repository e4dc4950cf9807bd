import { doDeed, refusedBy, toCockpit } from "../cockpit/deed.server.ts";
import { stateForm } from "../cockpit/deed-form.ts";
import type { Route } from "./+types/steer-state.route.ts";
import { moveOn } from "./steer.server.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, stateForm, async ({ db, at, who }, { doen }) => refusedBy(await moveOn(db, at, who, doen)));
}

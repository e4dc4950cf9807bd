import type { Route } from "./+types/steer-state.route.ts";
import { doDeed, refusedBy, toCockpit } from "./deed.server.ts";
import { stateForm } from "./deed-form.ts";
import { moveOn } from "./steer.server.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, stateForm, async ({ db, at, who }, { doen }) => refusedBy(await moveOn(db, at, who, doen)));
}

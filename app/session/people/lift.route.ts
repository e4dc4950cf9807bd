import { doDeed, toCockpit } from "../cockpit/deed.server.ts";
import { liftForm } from "../cockpit/deed-form.ts";
import { liftMeasure } from "../group/table.server.ts";
import type { Route } from "./+types/lift.route.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, liftForm, async ({ db, at, who }, { maatregel }) => {
    await liftMeasure(db, at, who, maatregel);
    return undefined;
  });
}

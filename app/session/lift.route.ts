import { liftMeasure } from "../groups/table.server.ts";
import type { Route } from "./+types/lift.route.ts";
import { doDeed, toCockpit } from "./deed.server.ts";
import { liftForm } from "./deed-form.ts";

export const loader = toCockpit;

export async function action(args: Route.ActionArgs) {
  return doDeed(args, liftForm, async ({ db, at, who }, { maatregel }) => {
    await liftMeasure(db, at, who, maatregel);
    return undefined;
  });
}
